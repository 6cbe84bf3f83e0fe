import { Tabs as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

export interface TabItem<T extends string> {
  readonly id: T;
  readonly label: string;
  /** Shown beside the label; kept out of the accessible name, which stays the bare term. */
  readonly count?: number | undefined;
}

/** Tabs after the WAI-ARIA pattern; `children` is the panel of the tab chosen. */
export const Tabs = <T extends string>({
  label,
  items,
  value,
  onChange,
  children,
  className,
}: {
  label: string;
  items: readonly TabItem<T>[];
  value: T;
  onChange: (next: T) => void;
  children: ReactNode;
  className?: string;
}) => {
  const choose = (next: string) => {
    const item = items.find(({ id }) => id === next);
    if (item !== undefined) onChange(item.id);
  };
  return (
    <Radix.Root className={`tabs ${className ?? ''}`} value={value} onValueChange={choose} activationMode="manual">
      <Radix.List className="tab-list" aria-label={label}>
        {items.map((item) => (
          <Radix.Trigger key={item.id} className="tab" value={item.id}>
            {item.label}
            {item.count === undefined ? null : (
              <span className="tab-count" aria-hidden="true">
                {item.count}
              </span>
            )}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {items.map((item) => (
        <Radix.Content key={item.id} className="tab-panel" value={item.id} tabIndex={-1}>
          {item.id === value ? children : null}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
};
