import { Card, Flex, Statistic, Typography } from 'antd';
import { useMemo } from 'react';
import type { paths } from '../../api/gen/analytics.ts';
import { Chart } from '../../patterns/chart.tsx';
import { Itemised } from '../../patterns/itemised.tsx';
import { useLocale } from '../../texts/use-locale.ts';
import { ChartCard } from './chart-card.tsx';
import { texts } from './texts.ts';

type Total = paths['/v1/satisfaction']['get']['responses'][200]['content']['application/json']['total'];

const questions = ['attitude', 'efficiency', 'quality', 'price', 'afterSales'] as const;

/** What customers thought of it, question by question. */
export function Satisfaction({ total }: { readonly total: Total }) {
  const t = texts.use();
  if (!total)
    return (
      <Card title={t('satisfaction')}>
        <Typography.Text type="secondary">{t('noAnswers')}</Typography.Text>
      </Card>
    );
  return <Answers total={total} />;
}

function Answers({ total }: { readonly total: NonNullable<Total> }) {
  const t = texts.use();
  const locale = useLocale();
  const rows = useMemo(
    () =>
      questions.map((question) => ({
        question,
        name: texts.say(question),
        average: total[question],
        locale,
      })),
    [total, locale],
  );
  const option = useMemo(
    () => ({
      tooltip: {},
      radar: { indicator: rows.map(({ name }) => ({ name, max: 5 })), axisNameGap: 6, radius: '55%' },
      series: [
        {
          type: 'radar',
          areaStyle: { opacity: 0.2 },
          data: [{ name: texts.say('satisfaction'), value: rows.map(({ average }) => average) }],
        },
      ],
    }),
    [rows],
  );
  const list = rows.map(({ name, average }) => `${name} ${average.toFixed(1)}`).join('; ');
  return (
    <ChartCard
      title={t('satisfaction')}
      chart={<Chart option={option} summary={t('satisfactionSummary', { list })} />}
      table={
        <>
          <Flex gap="large" style={{ marginBottom: 16 }}>
            <Statistic title={t('answers')} value={total.answers} />
            <Statistic title={t('nps')} value={total.nps} precision={0} />
          </Flex>
          <Itemised
            label={t('satisfaction')}
            rows={rows}
            rowKey={({ question }) => question}
            columns={[
              { title: t('question'), dataIndex: 'name' },
              { title: t('average'), align: 'right', render: (_, { average }) => average.toFixed(1) },
            ]}
          />
        </>
      }
    />
  );
}
