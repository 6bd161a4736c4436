import { useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { PortalRules, PortalRulesInForce } from '../../api/gen/booking.ts';
import { Facts } from '../../patterns/facts.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { useMay } from '../../session/me.ts';
import { NumberField } from './number-field.tsx';
import { RuleCard } from './rule-card.tsx';
import { texts } from './texts.ts';

/** How much customers may hold, ask for and wait for by themselves. */
export function PortalRulesCard() {
  const t = texts.use();
  const query = useQuery({
    queryKey: ['booking', 'portal-rules'],
    queryFn: ({ signal }) => answer(api.booking.GET('/v1/portal-rules', { signal })),
  });
  return (
    <RuleCard
      title={t('portal')}
      why={t('portalWhy')}
      query={query}
      maySet={useMay()('booking.rules.set')}
      form={(rules, open, onClose) => <SetPortalRules shown={rules} {...{ open, onClose }} />}
    >
      {(rules) => (
        <Facts
          of={[
            [t('openHolds'), rules.openHolds],
            [t('seatsPerOrder'), rules.seatsPerOrder],
            [t('openRequests'), rules.openRequests],
            [t('waitingEntries'), rules.waitingEntries],
          ]}
        />
      )}
    </RuleCard>
  );
}

function SetPortalRules({
  shown,
  open,
  onClose,
}: {
  readonly shown: PortalRulesInForce;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const { version, ...rules } = useAsOpened(shown, open);
  const [form] = Form.useForm<PortalRules>();
  const change = useChange(
    (body: PortalRules, key) =>
      answer(api.booking.PUT('/v1/portal-rules', { body, headers: changing(key, version) })),
    { touches: [['booking', 'portal-rules']], done: t('saved') },
  );
  return (
    <FormDrawer<PortalRules>
      title={t('portal')}
      name="portal-rules"
      version={version}
      {...{ open, onClose, form, change }}
      initial={rules}
    >
      <NumberField name="openHolds" label={t('openHolds')} max={100} hint={t('openHoldsHint')} />
      <NumberField name="seatsPerOrder" label={t('seatsPerOrder')} min={1} max={500} />
      <NumberField name="openRequests" label={t('openRequests')} max={100} />
      <NumberField name="waitingEntries" label={t('waitingEntries')} max={100} />
    </FormDrawer>
  );
}
