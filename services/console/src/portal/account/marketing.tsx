import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { Consent } from '../../api/gen/crm.ts';
import { instantText } from '../../format/dates.ts';
import { Loaded } from '../../patterns/loaded.tsx';
import { ProblemAlert } from '../../patterns/problem-alert.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { useMay, useMe } from '../../session/me.ts';
import { saying } from './saying.ts';
import { texts } from './texts.ts';

const channels = ['email', 'sms', 'phone', 'chat'] as const satisfies readonly Consent['channel'][];

/** By which ways the customer wants to hear of offers: what holds now, since when, and the other choice. */
export function Marketing() {
  const t = texts.use();
  const enabled = useMay()('crm.own-customer.read');
  const query = useQuery({
    queryKey: ['crm', 'customer', 'own-consents'],
    queryFn: async ({ signal }) => (await answer(api.crm.GET('/v1/own-consents', { signal }))).standing,
    enabled,
  });
  if (!enabled) return null;
  return (
    <section className="panel">
      <h2>{t('marketing')}</h2>
      <p>{t('marketingWhat')}</p>
      <Loaded query={query} lines={4}>
        {(standing) => (
          <ul className="bare-list rows">
            {channels.map((channel) => (
              <OneChannel
                key={channel}
                channel={channel}
                said={standing.find((one) => one.channel === channel)}
              />
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  );
}

function OneChannel({
  channel,
  said,
}: {
  readonly channel: Consent['channel'];
  readonly said: Consent | undefined;
}) {
  const t = texts.use();
  const may = useMay();
  const { timeZone } = useMe().agency;
  const given = said?.given ?? false;
  const change = useChange(
    (_nothing: null, key) =>
      answer(api.crm.POST('/v1/own-consents', { body: saying(channel, !given), headers: changing(key) })),
    { touches: [['crm', 'customer']], done: t('consentNoted') },
  );
  const when = said && instantText(said.saidAt, timeZone);
  return (
    <li>
      <span>
        {t(`by-${channel}`)}
        <small className="quiet block">
          {when ? t(given ? 'agreedOn' : 'withdrawnOn', { when }) : t('neverAgreed')}
        </small>
        <ProblemAlert problem={change.error} />
      </span>
      {may('crm.own-customer.change') && (
        <Button
          aria-label={`${t(given ? 'withdraw' : 'agree')}: ${t(`by-${channel}`)}`}
          loading={change.isPending}
          onClick={() => change.mutate(null)}
        >
          {t(given ? 'withdraw' : 'agree')}
        </Button>
      )}
    </li>
  );
}
