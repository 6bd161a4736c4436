import type { ComponentProps } from 'react';
import './plain.css';

/** A button of the browser's own, for what is seen before antd is loaded: the sign-in, the registration, a page that failed. */
export function PlainButton({
  look = 'default',
  busy = false,
  wide = false,
  type = 'button',
  className,
  ...button
}: ComponentProps<'button'> & {
  readonly look?: 'primary' | 'default' | 'text' | 'link';
  /** While its deed is done it cannot be pressed again. */
  readonly busy?: boolean;
  /** As wide as what it stands in, and taller. */
  readonly wide?: boolean;
}) {
  const looks = ['plain-button', `plain-${look}`, wide && 'plain-wide', busy && 'plain-busy', className];
  return (
    <button
      {...button}
      type={type}
      disabled={busy || button.disabled}
      aria-busy={busy || undefined}
      className={looks.filter(Boolean).join(' ')}
    />
  );
}
