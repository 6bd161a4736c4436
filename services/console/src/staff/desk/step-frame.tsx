import { Typography } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';

/** One step. Coming to it by going on or back puts the focus on its heading, so that whoever hears the page or types knows where they are. */
export function StepFrame({
  title,
  arrived,
  children,
}: {
  readonly title: string;
  /** Came here from another step; not with the page itself. */
  readonly arrived: boolean;
  readonly children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (arrived) heading.current?.focus();
  }, [arrived]);
  return (
    <section aria-label={title}>
      <Typography.Title
        level={2}
        ref={heading}
        tabIndex={-1}
        style={{ fontSize: 18, marginTop: 16, outline: 'none' }}
      >
        {title}
      </Typography.Title>
      {children}
    </section>
  );
}
