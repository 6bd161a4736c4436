import { Progress } from 'antd';
import { StateTag } from '../../patterns/state-tag.tsx';
import type { Import } from './sources.ts';
import { texts } from './texts.ts';

/** How far an import is, or how it ended. */
export function HowFar({ one: { state, rows, waiting, refused } }: { readonly one: Import }) {
  const t = texts.use();
  if (state === 'running')
    return (
      <Progress
        aria-label={t('running')}
        percent={rows === 0 ? 0 : Math.floor(((rows - waiting) / rows) * 100)}
        size="small"
        style={{ width: 140 }}
      />
    );
  if (state === 'cancelled') return <StateTag tone="over">{t('cancelled')}</StateTag>;
  return (
    <StateTag tone={refused > 0 ? 'waiting' : 'good'}>
      {refused > 0 ? t('withErrors') : t('finished')}
    </StateTag>
  );
}
