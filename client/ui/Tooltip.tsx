import { Tooltip as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

/** Short help for a control on hover and focus. The control keeps its own accessible name. */
export const Tooltip = ({ text, children }: { text: string; children: ReactNode }) => (
  <Radix.Root delayDuration={350}>
    <Radix.Trigger asChild>{children}</Radix.Trigger>
    <Radix.Portal>
      <Radix.Content className="tooltip" sideOffset={6} collisionPadding={8}>
        {text}
      </Radix.Content>
    </Radix.Portal>
  </Radix.Root>
);

export const TooltipProvider = ({ children }: { children: ReactNode }) => (
  <Radix.Provider skipDelayDuration={200} disableHoverableContent>
    {children}
  </Radix.Provider>
);
