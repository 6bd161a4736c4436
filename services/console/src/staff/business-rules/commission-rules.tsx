import { useQuery } from '@tanstack/react-query';
import { Typography } from 'antd';
import { answer, api } from '../../api/client.ts';
import type { CommissionRule } from '../../api/gen/booking.ts';
import { moneyText, shareText } from '../../format/money.ts';
import { BranchName } from '../../names/names.tsx';
import { Itemised } from '../../patterns/itemised.tsx';
import { useMay } from '../../session/me.ts';
import { kindWords } from '../../names/product-words.ts';
import { channels } from '../selling/words.ts';
import { RuleCard } from './rule-card.tsx';
import { SetCommissionRules } from './set-commission-rules.tsx';
import { texts } from './texts.ts';

/** What branches earn for selling what others operate. */
export function CommissionRulesCard() {
  const t = texts.use();
  const query = useQuery({
    queryKey: ['booking', 'commission-rules'],
    queryFn: ({ signal }) => answer(api.booking.GET('/v1/commission-rules', { signal })),
  });
  return (
    <RuleCard
      title={t('commissions')}
      why={t('commissionsWhy')}
      query={query}
      maySet={useMay()('booking.rules.set')}
      form={(rules, open, onClose) => <SetCommissionRules shown={rules} {...{ open, onClose }} />}
    >
      {({ rules }) =>
        rules.length === 0 ? (
          <Typography.Text>{t('noCommissions')}</Typography.Text>
        ) : (
          <Itemised<CommissionRule>
            label={t('commissions')}
            rows={rules}
            rowKey={(rule) => JSON.stringify(rule)}
            columns={[
              {
                title: t('seller'),
                render: (_, { sellingBranchId }) =>
                  sellingBranchId ? <BranchName id={sellingBranchId} /> : t('allBranches'),
              },
              {
                title: t('productKind'),
                render: (_, { productKind }) => (productKind ? kindWords.word(productKind) : t('allKinds')),
              },
              { title: t('channel'), render: (_, { channel }) => channels.word(channel ?? '*') },
              { title: t('commission'), align: 'right', render: (_, rule) => commissionText(rule) },
            ]}
          />
        )
      }
    </RuleCard>
  );
}

const commissionText = ({ basisPoints = 0, perSeat }: CommissionRule): string =>
  perSeat
    ? texts.say('aSeat', { amount: moneyText(perSeat) })
    : texts.say('ofTotal', { share: shareText(basisPoints) });
