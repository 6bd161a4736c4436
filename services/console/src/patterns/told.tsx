import type { ReactNode } from 'react';

/** What there is instead of a page or a part of one: that it is not there, or may not be seen, and what can be done. */
export function Told({
  title,
  why,
  next,
}: {
  readonly title: ReactNode;
  readonly why?: ReactNode;
  readonly next?: ReactNode;
}) {
  return (
    <div className="told">
      <strong>{title}</strong>
      {why && <p>{why}</p>}
      {next}
    </div>
  );
}
