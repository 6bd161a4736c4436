import { useEffect, type ReactNode } from 'react';

/** The head of every page of the portal, and the title of the window. */
export function PortalPage({
  title,
  lead,
  head = true,
  children,
}: {
  readonly title: string;
  readonly lead?: ReactNode;
  /** false where the page draws its own head. */
  readonly head?: boolean;
  readonly children: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · 易途 Yitu`;
  }, [title]);
  return (
    <>
      {head && <h1 className={lead ? undefined : 'alone'}>{title}</h1>}
      {head && lead && <p className="portal-lead">{lead}</p>}
      {children}
    </>
  );
}

/** Nothing is there, and what can be done about it. */
export function Nothing({
  title,
  children,
  next,
}: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly next?: ReactNode;
}) {
  return (
    <div className="nothing">
      <strong>{title}</strong>
      {children}
      {next && <div className="nothing-next">{next}</div>}
    </div>
  );
}
