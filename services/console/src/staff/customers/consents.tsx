import { useQuery } from '@tanstack/react-query';
import { Button, Card, Flex, Form, Input } from 'antd';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { Consent } from '../../api/gen/crm.ts';
import { instantText } from '../../format/dates.ts';
import { UserName } from '../../names/names.tsx';
import { Confirm } from '../../patterns/confirm.tsx';
import { FormDialog } from '../../patterns/form-dialog.tsx';
import { InstantInput } from '../../patterns/instant-input.tsx';
import { Itemised } from '../../patterns/itemised.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { StateTag } from '../../patterns/state-tag.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { useMay, useMe } from '../../session/me.ts';
import { texts } from './texts.ts';

const channels = ['email', 'sms', 'phone', 'chat'] satisfies Consent['channel'][];

interface OfChannel {
  readonly channel: Consent['channel'];
  /** What was said last; nothing ever was where there is none. */
  readonly said: Consent | undefined;
}

/** By which channels a customer may be sent advertising, who says so, and since when. */
export function Consents({ customerId }: { readonly customerId: string }) {
  const t = texts.use();
  const query = useQuery({
    queryKey: ['crm', 'consent', customerId],
    queryFn: async ({ signal }) => {
      const params = { path: { customerId }, query: { limit: 1 } };
      return (await answer(api.crm.GET('/v1/customers/{customerId}/consents', { params, signal }))).standing;
    },
  });
  return (
    <Card title={t('consents')}>
      <Loaded query={query} lines={3}>
        {(standing) => (
          <Standing
            customerId={customerId}
            rows={channels.map((channel) => ({
              channel,
              said: standing.find((one) => one.purpose === 'marketing' && one.channel === channel),
            }))}
          />
        )}
      </Loaded>
    </Card>
  );
}

function Standing({
  customerId,
  rows,
}: {
  readonly customerId: string;
  readonly rows: readonly OfChannel[];
}) {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  const may = useMay()('crm.customer.change');
  const [giving, setGiving] = useState<Consent['channel']>();
  return (
    <>
      <Itemised
        label={t('consents')}
        rows={rows}
        rowKey={({ channel }) => channel}
        columns={[
          { title: t('consentChannel'), render: (_, { channel }) => t(`by-${channel}`) },
          { title: t('consentState'), render: (_, { said }) => <ConsentState said={said} /> },
          { title: t('saidAt'), render: (_, { said }) => (said ? instantText(said.saidAt, timeZone) : '—') },
          { title: t('toldBy'), render: (_, { said }) => <ToldBy said={said} /> },
          { title: t('textVersion'), render: (_, { said }) => said?.textVersion ?? '—' },
          ...(may
            ? [
                {
                  title: t('deeds'),
                  render: (_: unknown, { channel, said }: OfChannel) => (
                    <Deeds {...{ customerId, channel, said }} onGive={() => setGiving(channel)} />
                  ),
                },
              ]
            : []),
        ]}
      />
      <Give customerId={customerId} channel={giving} onClose={() => setGiving(undefined)} />
    </>
  );
}

function Deeds({
  customerId,
  channel,
  said,
  onGive,
}: OfChannel & { readonly customerId: string; readonly onGive: () => void }) {
  const t = texts.use();
  return (
    <Flex gap="small" wrap>
      {!said?.given && (
        <Button size="small" onClick={onGive}>
          {t('giveConsent')}
        </Button>
      )}
      {said?.given !== false && (
        <Withdraw {...{ customerId, channel }} label={t(said ? 'withdrawConsent' : 'refuseConsent')} />
      )}
    </Flex>
  );
}

function ConsentState({ said }: Pick<OfChannel, 'said'>) {
  const t = texts.use();
  if (!said) return <StateTag tone="over">{t('neverSaid')}</StateTag>;
  return said.given ? (
    <StateTag tone="good">{t('consentGiven')}</StateTag>
  ) : (
    <StateTag tone="bad">{t('consentWithdrawn')}</StateTag>
  );
}

function ToldBy({ said }: Pick<OfChannel, 'said'>) {
  const t = texts.use();
  if (!said) return <>—</>;
  return said.toldBy === 'customer' ? <>{t('toldByCustomer')}</> : <UserName id={said.recordedBy} />;
}

interface Saying {
  readonly channel: Consent['channel'];
  readonly given: boolean;
  readonly textVersion?: string;
  readonly saidAt?: string;
}

const useSaying = (customerId: string, done: string) =>
  useChange(
    (said: Saying, key) =>
      answer(
        api.crm.POST('/v1/customers/{customerId}/consents', {
          params: { path: { customerId } },
          body: { purpose: 'marketing', ...said },
          headers: changing(key),
        }),
      ),
    { touches: [['crm', 'consent']], done },
  );

/** Notes that the customer does not want it, or no longer. */
function Withdraw({
  customerId,
  channel,
  label,
}: {
  readonly customerId: string;
  readonly channel: Consent['channel'];
  readonly label: string;
}) {
  const t = texts.use();
  const change = useSaying(customerId, t('consentNoted'));
  return (
    <Confirm
      label={label}
      why={t('withdrawWhy', { channel: t(`by-${channel}`) })}
      input={{ channel, given: false }}
      change={change}
      button={{ size: 'small' }}
    />
  );
}

/** Notes what the customer has agreed to, in which version of the text, and when. */
function Give({
  customerId,
  channel,
  onClose,
}: {
  readonly customerId: string;
  readonly channel: Consent['channel'] | undefined;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const [form] = Form.useForm<{ textVersion: string; saidAt?: string | null }>();
  const saying = useSaying(customerId, t('consentNoted'));
  const change = {
    ...saying,
    mutateAsync: ({ textVersion, saidAt }: { textVersion: string; saidAt?: string | null }) =>
      saying.mutateAsync({
        ...{ channel: channel ?? 'email', given: true, textVersion: textVersion.trim() },
        ...(saidAt && { saidAt }),
      }),
  };
  return (
    <FormDialog
      title={channel ? `${t('giveConsent')} · ${t(`by-${channel}`)}` : t('giveConsent')}
      draft={{ name: `consent-${customerId}-${channel ?? ''}` }}
      open={channel !== undefined}
      {...{ onClose, form, change }}
      deed={t('giveConsent')}
    >
      <Form.Item
        name="textVersion"
        label={t('textVersion')}
        extra={t('textVersionHint')}
        rules={[{ required: true, whitespace: true, message: t('required') }]}
      >
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="saidAt" label={t('saidAt')} extra={t('saidAtHint')}>
        <InstantInput />
      </Form.Item>
    </FormDialog>
  );
}
