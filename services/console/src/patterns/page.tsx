import { Flex } from 'antd';
import { useEffect, type ReactNode } from 'react';

/** The head of every page: what it is, its state, what can be done; and the title of the window. */
export function Page({
  title,
  tags,
  subtitle,
  actions,
  children,
}: {
  readonly title: string;
  readonly tags?: ReactNode;
  readonly subtitle?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · 易途 Yitu`;
  }, [title]);
  return (
    <>
      <Flex justify="space-between" align="start" gap="middle" wrap className="page-head">
        <div>
          <Flex align="center" gap="small" wrap>
            <h1 className="page-title">{title}</h1>
            {tags}
          </Flex>
          {subtitle && <span className="quiet">{subtitle}</span>}
        </div>
        {actions && (
          <Flex gap="small" wrap>
            {actions}
          </Flex>
        )}
      </Flex>
      {children}
    </>
  );
}
