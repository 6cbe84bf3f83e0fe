import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';

export interface MenuItem {
  readonly label: string;
  readonly icon?: ReactNode;
  readonly disabled?: boolean;
  readonly run: () => void;
}

/** A button that opens a menu; `trigger` is the button itself. */
export const Menu = ({ trigger, items }: { trigger: ReactNode; items: readonly MenuItem[] }) => (
  <DropdownMenu.Root modal={false}>
    <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
    <DropdownMenu.Portal>
      <DropdownMenu.Content className="menu" align="end" sideOffset={4} collisionPadding={8}>
        {items.map((item) => (
          <DropdownMenu.Item
            key={item.label}
            className="menu-item"
            disabled={item.disabled ?? false}
            onSelect={item.run}
          >
            {item.icon}
            {item.label}
          </DropdownMenu.Item>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu.Portal>
  </DropdownMenu.Root>
);
