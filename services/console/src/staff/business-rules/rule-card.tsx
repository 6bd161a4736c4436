import type { UseQueryResult } from '@tanstack/react-query';
import { Button, Card, Typography } from 'antd';
import { useState, type ReactNode } from 'react';
import { Loaded } from '../../patterns/loaded.tsx';
import { texts as patternTexts } from '../../patterns/texts.ts';

/** One rule: what is in force, and the form for whoever may set it. */
export function RuleCard<Rule>({
  title,
  why,
  query,
  maySet,
  children,
  form,
}: {
  readonly title: string;
  readonly why: string;
  readonly query: UseQueryResult<Rule>;
  readonly maySet: boolean;
  readonly children: (rule: Rule) => ReactNode;
  readonly form: (rule: Rule, open: boolean, onClose: () => void) => ReactNode;
}) {
  const t = patternTexts.use();
  const [changing, setChanging] = useState(false);
  return (
    <Card
      title={title}
      extra={maySet && query.data && <Button onClick={() => setChanging(true)}>{t('change')}</Button>}
    >
      <Typography.Paragraph type="secondary">{why}</Typography.Paragraph>
      <Loaded query={query} lines={4}>
        {(rule) => (
          <>
            {children(rule)}
            {form(rule, changing, () => setChanging(false))}
          </>
        )}
      </Loaded>
    </Card>
  );
}
