import { PlusOutlined } from '../../patterns/icons.tsx';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../api/client.ts';
import type { CreditLimit } from '../../api/gen/booking.ts';
import { instantText } from '../../format/dates.ts';
import { ChooseFranchise } from '../../names/choose-records.tsx';
import { BranchName, UserName } from '../../names/names.tsx';
import { List, pageSize } from '../../patterns/list-page.tsx';
import { Money } from '../../patterns/money.tsx';
import { Page } from '../../patterns/page.tsx';
import { StateTag } from '../../patterns/state-tag.tsx';
import type { Column } from '../../patterns/rows.tsx';
import { useMay, useMe } from '../../session/me.ts';
import { CreditDecision } from '../reviews/credits-to-approve.tsx';
import { CreditInUse } from './credit-in-use.tsx';
import { ProposeLimit } from './propose-limit.tsx';
import { creditLimitsRoute } from './routes.ts';
import { texts } from './texts.ts';

/** How much credit franchise branches have, and what of it they use. */
export function CreditLimitsPage() {
  const t = texts.use();
  const may = useMay();
  const search = creditLimitsRoute.useSearch();
  const navigate = creditLimitsRoute.useNavigate();
  const [proposing, setProposing] = useState(false);
  const propose = may('booking.credit-limit.propose') && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setProposing(true)}>
      {t('propose')}
    </Button>
  );
  return (
    <Page title={t('title')} subtitle={t('why')} actions={propose}>
      <Flex vertical gap="middle">
        <CreditInUse />
        <List<CreditLimit, 'branchId'>
          label={t('history')}
          queryKey={['booking', 'credit-limit']}
          load={async (query, signal) => {
            const { creditLimits, next } = await answer(
              api.booking.GET('/v1/credit-limits', {
                params: { query: { ...query, limit: pageSize } },
                signal,
              }),
            );
            return { rows: creditLimits, next };
          }}
          columns={useColumns()}
          filters={[{ name: 'branchId', label: t('branch'), input: ChooseFranchise }]}
          search={search}
          onSearch={(next) => void navigate({ search: next })}
        />
      </Flex>
      <ProposeLimit open={proposing} onClose={() => setProposing(false)} />
    </Page>
  );
}

function useColumns(): Column<CreditLimit>[] {
  const t = texts.use();
  const may = useMay();
  const { timeZone } = useMe().agency;
  const decision: Column<CreditLimit> = {
    title: t('decision'),
    render: (_, limit) => (limit.state === 'proposed' ? <CreditDecision of={limit} /> : '—'),
  };
  return [
    { title: t('branch'), render: (_, { branchId }) => <BranchName id={branchId} /> },
    { title: t('limit'), align: 'end', render: (_, { limit }) => <Money of={limit} /> },
    {
      title: t('state'),
      render: (_, { state }) => (
        <StateTag tone={state === 'approved' ? 'good' : 'waiting'}>{texts.word(state)}</StateTag>
      ),
    },
    { title: t('author'), render: (_, { authorId }) => <UserName id={authorId} /> },
    {
      title: t('reviewer'),
      render: (_, { reviewerId }) => (reviewerId ? <UserName id={reviewerId} /> : '—'),
    },
    { title: t('createdAt'), render: (_, { createdAt }) => instantText(createdAt, timeZone) },
    ...(may('booking.credit-limit.approve') ? [decision] : []),
  ];
}
