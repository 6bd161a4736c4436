import { useQuery } from '@tanstack/react-query';
import { Button, Card, Flex, Typography } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../api/client.ts';
import type { GroupRulesInForce } from '../../api/gen/booking.ts';
import { Facts } from '../../patterns/facts.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { Page } from '../../patterns/page.tsx';
import { useMay } from '../../session/me.ts';
import { ChangeGroupRules } from './change-group-rules.tsx';
import { ChoiceRulesCard } from './choice-rules.tsx';
import { texts } from './texts.ts';

/** When groups are looked at, and what becomes of those below their minimum. */
export function GroupRulesPage() {
  const query = useQuery({
    queryKey: ['booking', 'group-rules'],
    queryFn: ({ signal }) => answer(api.booking.GET('/v1/group-rules', { signal })),
  });
  return <Loaded query={query}>{(rules) => <Rules rules={rules} />}</Loaded>;
}

function Rules({ rules }: { readonly rules: GroupRulesInForce }) {
  const t = texts.use();
  const may = useMay();
  const [changing, setChanging] = useState(false);
  const change = may('booking.rules.set') && (
    <Button type="primary" onClick={() => setChanging(true)}>
      {t('change')}
    </Button>
  );
  const days = rules.decisionDays.map((one) => t('daysBefore', { days: one }));
  return (
    <Page title={t('title')} actions={change}>
      <Card>
        <Flex vertical gap="middle">
          <Typography.Text type="secondary">{t('why')}</Typography.Text>
          <Facts
            of={[
              [t('days'), days.length === 0 ? t('noDays') : days.join(' · ')],
              [t('below'), t(rules.belowMinimum)],
              [t('version'), rules.version],
            ]}
          />
        </Flex>
      </Card>
      <ChoiceRulesCard />
      <ChangeGroupRules rules={rules} open={changing} onClose={() => setChanging(false)} />
    </Page>
  );
}
