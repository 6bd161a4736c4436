import { Flex, Typography } from 'antd';
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
            <Typography.Title level={1} className="page-title">
              {title}
            </Typography.Title>
            {tags}
          </Flex>
          {subtitle && <Typography.Text type="secondary">{subtitle}</Typography.Text>}
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
