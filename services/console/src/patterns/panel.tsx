import type { ReactNode } from 'react';
import './panel.css';

/** A part of a page on ground of its own, as antd's card looks, without what that brings along: for what is seen first. */
export function Panel({
  title,
  extra,
  children,
}: {
  readonly title?: ReactNode;
  /** At the end of the title. */
  readonly extra?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <div className="framed">
      {title !== undefined && (
        <div className="framed-head">
          <div>{title}</div>
          {extra}
        </div>
      )}
      <div className="framed-body">{children}</div>
    </div>
  );
}
