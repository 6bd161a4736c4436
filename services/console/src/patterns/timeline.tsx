import { Empty, Timeline as Line, Typography } from 'antd';
import type { ReactNode } from 'react';
import { instantText } from '../format/dates.ts';
import { useMe } from '../session/me.ts';
import { useLocale } from '../texts/use-locale.ts';
import type { Tone } from './state-tag.tsx';
import { texts } from './texts.ts';

/** One thing that happened. */
export interface Happening {
  readonly id: string;
  /** An instant. */
  readonly at: string;
  readonly title: ReactNode;
  readonly details?: ReactNode;
  readonly tone?: Tone;
}

const colours: Readonly<Record<Tone, string>> = {
  waiting: '#d46b08',
  going: '#1677ff',
  good: '#389e0d',
  bad: '#cf1322',
  over: '#8c8c8c',
};

/** What happened to one thing, in the order it is given in. */
export function Timeline({ of }: { readonly of: readonly Happening[] }) {
  const t = texts.use();
  useLocale();
  const { timeZone } = useMe().agency;
  if (of.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('empty')} />;
  return (
    <Line
      items={of.map(({ id, at, title, details, tone = 'over' }) => ({
        key: id,
        color: colours[tone],
        content: (
          <>
            <div>{title}</div>
            {details && <div>{details}</div>}
            <Typography.Text type="secondary">
              <time dateTime={at}>{instantText(at, timeZone)}</time>
            </Typography.Text>
          </>
        ),
      }))}
    />
  );
}
