import type { EChartsCoreOption } from 'echarts/core';
import { useEffect, useRef } from 'react';
import { useLocale } from '../texts/use-locale.ts';

/** Colours that are told apart beside each other, on white, and by those who see fewer. */
const color = ['#0b6e5f', '#d9822b', '#2f6fb3', '#8a5fbf', '#b8443b', '#6b7280'];

/**
 * A chart. The library comes with the first one that is shown. A chart is never alone: `summary` says what it shows to whoever does not see it, and
 * a table stands beside it.
 */
export function Chart({
  option,
  summary,
  height = 300,
}: {
  /** As ECharts wants it; kept between drawings (`useMemo`), a new one is drawn anew. */
  readonly option: EChartsCoreOption;
  readonly summary: string;
  readonly height?: number;
}) {
  const place = useRef<HTMLDivElement>(null);
  useLocale();
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    let left = false;
    let end: (() => void) | undefined;
    void import('./echarts.ts').then(({ init }) => {
      if (left) return;
      const chart = init(element, null, { renderer: 'svg' });
      chart.setOption({ animation: false, color, ...option });
      const follow = new ResizeObserver(() => chart.resize());
      follow.observe(element);
      end = () => {
        follow.disconnect();
        chart.dispose();
      };
    });
    return () => {
      left = true;
      end?.();
    };
  }, [option]);
  return <div ref={place} role="img" aria-label={summary} style={{ height, width: '100%' }} />;
}
