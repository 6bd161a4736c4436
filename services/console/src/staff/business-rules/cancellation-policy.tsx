import { useQuery } from '@tanstack/react-query';
import { Card, Col, Flex, Row, Typography } from 'antd';
import { answer, api } from '../../api/client.ts';
import type { CancellationPolicyInForce } from '../../api/gen/booking.ts';
import { shareText } from '../../format/money.ts';
import { countryName } from '../../format/names.ts';
import { Facts } from '../../patterns/facts.tsx';
import { Itemised } from '../../patterns/itemised.tsx';
import { useMay } from '../../session/me.ts';
import { scopes, sides, tiersInWords, type Tier } from './policy-words.ts';
import { RuleCard } from './rule-card.tsx';
import { SetPolicy } from './set-policy.tsx';
import { texts } from './texts.ts';

/** What cancelling costs: of the agency, or of one product. */
export function CancellationPolicyCard({
  productId,
  country,
}: {
  readonly productId?: string;
  /** Where the product goes: one of the two scales is for it. */
  readonly country?: string;
}) {
  const t = texts.use();
  const query = useQuery({
    queryKey: ['booking', 'cancellation-policy', productId ?? 'agency'],
    queryFn: ({ signal }) =>
      answer(
        api.booking.GET('/v1/cancellation-policy', {
          params: { query: { ...(productId && { productId }) } },
          signal,
        }),
      ),
  });
  return (
    <RuleCard
      title={t('cancelling')}
      why={t(productId ? 'productCancellingWhy' : 'cancellingWhy')}
      query={query}
      maySet={useMay()('booking.cancellation-policy.set')}
      form={(policy, open, onClose) => (
        <SetPolicy shown={policy} {...(productId && { productId })} {...{ open, onClose }} />
      )}
    >
      {(policy) => <PolicyInForce policy={policy} {...(country && { country })} />}
    </RuleCard>
  );
}

function PolicyInForce({
  policy,
  country,
}: {
  readonly policy: CancellationPolicyInForce;
  readonly country?: string;
}) {
  const t = texts.use();
  const ofCountry = scopes.filter((scope) => (scope === 'domestic') === (country === policy.homeCountry));
  const shown = country === undefined ? scopes : ofCountry;
  return (
    <Flex vertical gap="middle">
      <Facts
        of={[
          [t('source'), t('sourceVersion', { source: t(policy.source), version: policy.version })],
          [t('home'), countryName(policy.homeCountry)],
          [t('refundWithin'), t('workingDays', { count: policy.refundWithinWorkingDays })],
        ]}
      />
      <Row gutter={[16, 16]}>
        {shown.map((scope) => (
          <Col key={scope} xs={24} lg={12}>
            <Card type="inner" title={t(scope)}>
              <Flex vertical gap="middle">
                {sides.map((side) => (
                  <section key={side} aria-label={`${t(scope)} · ${t(side)}`}>
                    <Typography.Paragraph strong>{t(side)}</Typography.Paragraph>
                    <Tiers label={`${t(scope)} · ${t(side)}`} tiers={policy[scope][side]} />
                  </section>
                ))}
              </Flex>
            </Card>
          </Col>
        ))}
      </Row>
    </Flex>
  );
}

function Tiers({ label, tiers }: { readonly label: string; readonly tiers: readonly Tier[] }) {
  const t = texts.use();
  return (
    <Itemised
      label={label}
      rows={tiersInWords(tiers)}
      rowKey={({ days }) => days}
      columns={[
        { title: t('daysLeft'), dataIndex: 'days' },
        { title: t('share'), align: 'right', render: (_, { share }) => shareText(share) },
      ]}
    />
  );
}
