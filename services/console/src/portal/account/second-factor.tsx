import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import { instantText } from '../../format/dates.ts';
import { Loaded } from '../../patterns/loaded.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { useMe } from '../../session/me.ts';
import { SmallForm } from './small-form.tsx';
import { texts } from './texts.ts';

// With its QR code; hardly anybody sets it up twice.
const TurnOn = lazy(async () => ({ default: (await import('./turn-on.tsx')).TurnOn }));
const KeepCodes = lazy(async () => ({ default: (await import('./turn-on.tsx')).KeepCodes }));

type Doing = 'nothing' | 'turning-on' | 'turning-off' | 'renewing' | { readonly codes: readonly string[] };

/** The second step of signing in: on or off, and its recovery codes. */
export function SecondFactor() {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  const [doing, setDoing] = useState<Doing>('nothing');
  const rest = () => setDoing('nothing');
  const query = useQuery({
    queryKey: ['identity', 'second-factor'],
    queryFn: ({ signal }) => answer(api.identity.GET('/v1/me/second-factor', { signal })),
  });
  return (
    <section className="panel">
      <h2>{t('secondFactor')}</h2>
      <Loaded query={query} lines={2}>
        {({ totpSince, recoveryCodesLeft, required }) => (
          <>
            <p>
              {totpSince
                ? `${t('secondOn', { date: instantText(totpSince, timeZone) })} · ${t('codesLeft', { count: recoveryCodesLeft })}`
                : `${t('secondOff')}${t('stop')}${t('secondWhy')}`}
            </p>
            {doing === 'nothing' && (
              <div className="account-actions">
                {!totpSince && (
                  <Button size="large" onClick={() => setDoing('turning-on')}>
                    {t('turnOn')}
                  </Button>
                )}
                {totpSince && (
                  <Button size="large" onClick={() => setDoing('renewing')}>
                    {t('newCodes')}
                  </Button>
                )}
                {totpSince && !required && (
                  <Button size="large" onClick={() => setDoing('turning-off')}>
                    {t('turnOff')}
                  </Button>
                )}
              </div>
            )}
          </>
        )}
      </Loaded>
      {doing === 'turning-off' && <TurnOff onDone={rest} />}
      {doing === 'renewing' && <NewCodes onCodes={(codes) => setDoing({ codes })} onCancel={rest} />}
      <Suspense fallback={null}>
        {doing === 'turning-on' && <TurnOn onCodes={(codes) => setDoing({ codes })} onCancel={rest} />}
        {typeof doing === 'object' && <KeepCodes codes={doing.codes} onKept={rest} />}
      </Suspense>
    </section>
  );
}

interface Proof {
  readonly password: string;
}

const touches = [['identity', 'second-factor']];

/** Asks for the password once more. */
export function CurrentPassword() {
  const t = texts.use();
  return (
    <Form.Item
      name="password"
      label={t('currentPassword')}
      rules={[{ required: true, message: t('required') }]}
    >
      <Input.Password size="large" autoComplete="current-password" maxLength={200} />
    </Form.Item>
  );
}

function TurnOff({ onDone }: { readonly onDone: () => void }) {
  const t = texts.use();
  const [form] = Form.useForm<Proof>();
  const change = useChange(
    (body: Proof, key) => answer(api.identity.POST('/v1/me/totp/removal', { body, headers: changing(key) })),
    { touches, done: t('turnedOff') },
  );
  return (
    <SmallForm form={form} change={change} save={t('turnOff')} onDone={onDone} onCancel={onDone}>
      <CurrentPassword />
    </SmallForm>
  );
}

function NewCodes({
  onCodes,
  onCancel,
}: {
  readonly onCodes: (codes: readonly string[]) => void;
  readonly onCancel: () => void;
}) {
  const t = texts.use();
  const [form] = Form.useForm<Proof>();
  const change = useChange(
    async (body: Proof, key) => {
      const headers = changing(key);
      onCodes((await answer(api.identity.POST('/v1/me/recovery-codes', { body, headers }))).recoveryCodes);
    },
    { touches },
  );
  return (
    <SmallForm form={form} change={change} save={t('newCodes')} onDone={() => {}} onCancel={onCancel}>
      <CurrentPassword />
    </SmallForm>
  );
}
