import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import type { PortalRules, PortalRulesInForce } from '../../api/gen/booking.ts';
import { Facts } from '../../patterns/facts.tsx';
import { NumberField } from './number-field.tsx';
import { type AgencyRules, RulesCard, withoutVersion } from './rules-card.tsx';
import { texts } from './texts.ts';

const rules: AgencyRules<PortalRulesInForce, PortalRules> = {
  inForce: queryOptions({
    queryKey: ['booking', 'portal-rules'],
    queryFn: ({ signal }) => answer(api.booking.GET('/v1/portal-rules', { signal })),
  }),
  begin: withoutVersion,
  set: (body, headers) => answer(api.booking.PUT('/v1/portal-rules', { body, headers })),
};

/** How much customers may hold, ask for and wait for by themselves. */
export function PortalRulesCard() {
  const t = texts.use();
  return (
    <RulesCard
      title={t('portal')}
      why={t('portalWhy')}
      rules={rules}
      fields={
        <>
          <NumberField name="openHolds" label={t('openHolds')} max={100} hint={t('openHoldsHint')} />
          <NumberField name="seatsPerOrder" label={t('seatsPerOrder')} min={1} max={500} />
          <NumberField name="openRequests" label={t('openRequests')} max={100} />
          <NumberField name="waitingEntries" label={t('waitingEntries')} max={100} />
        </>
      }
    >
      {({ openHolds, seatsPerOrder, openRequests, waitingEntries }) => (
        <Facts
          of={[
            [t('openHolds'), openHolds],
            [t('seatsPerOrder'), seatsPerOrder],
            [t('openRequests'), openRequests],
            [t('waitingEntries'), waitingEntries],
          ]}
        />
      )}
    </RulesCard>
  );
}
