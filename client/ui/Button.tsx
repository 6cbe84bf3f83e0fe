import type { ComponentProps, ReactNode } from 'react';
import { Tooltip } from './Tooltip.tsx';

type Variant = 'plain' | 'primary' | 'quiet';
interface Look {
  readonly variant?: Variant;
  readonly icon?: ReactNode;
}

const classOf = (variant: Variant, iconOnly: boolean, extra: string | undefined): string =>
  ['button', `button-${variant}`, iconOnly ? 'button-icon' : '', extra ?? ''].filter(Boolean).join(' ');

export const Button = ({
  variant = 'plain',
  icon,
  children,
  className,
  type = 'button',
  ...rest
}: ComponentProps<'button'> & Look) => (
  <button {...rest} type={type} className={classOf(variant, false, className)}>
    {icon}
    {children}
  </button>
);

/** A button with an icon alone: `label` is its accessible name and its tooltip. */
export const IconButton = ({
  variant = 'quiet',
  icon,
  label,
  shortcut,
  className,
  type = 'button',
  ...rest
}: ComponentProps<'button'> & Look & { readonly label: string; readonly shortcut?: string }) => (
  <Tooltip text={shortcut === undefined ? label : `${label} (${shortcut})`}>
    <button {...rest} type={type} aria-label={label} className={classOf(variant, true, className)}>
      {icon}
    </button>
  </Tooltip>
);
