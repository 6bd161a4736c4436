import { useQuery } from '@tanstack/react-query';
import { Button, Card, Flex } from 'antd';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { NewAuthenticator, SecondFactor } from '../../api/gen/identity.ts';
import { instantText } from '../../format/dates.ts';
import { Facts } from '../../patterns/facts.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { ShownOnce } from '../../patterns/shown-once.tsx';
import { StateTag } from '../../patterns/state-tag.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { useMe } from '../../session/me.ts';
import { ConfirmAuthenticator } from './confirm-authenticator.tsx';
import type { Proof } from '../../session/passkeys/add-passkey.ts';
import { given, ProveYourself } from './prove-yourself.tsx';
import { texts } from './texts.ts';

const touches = [['identity', 'me', 'second-factor']];

/** The authenticator and its recovery codes. */
export function SecondFactorCard() {
  const t = texts.use();
  const query = useQuery({
    queryKey: ['identity', 'me', 'second-factor'],
    queryFn: ({ signal }) => answer(api.identity.GET('/v1/me/second-factor', { signal })),
  });
  return (
    <Card title={t('secondFactor')}>
      <Loaded query={query} lines={2}>
        {(factor) => (
          <Flex vertical gap="middle">
            <FactorFacts factor={factor} />
            <FactorDeeds factor={factor} />
          </Flex>
        )}
      </Loaded>
    </Card>
  );
}

function FactorFacts({ factor }: { readonly factor: SecondFactor }) {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  const { totpSince, recoveryCodesLeft, required } = factor;
  return (
    <Facts
      of={[
        [
          t('authenticator'),
          totpSince ? (
            <StateTag key="state" tone="good">
              {t('setUpOn', { at: instantText(totpSince, timeZone) })}
            </StateTag>
          ) : (
            <StateTag key="state" tone={required ? 'bad' : 'over'}>
              {t('notSetUp')}
            </StateTag>
          ),
        ],
        [t('recoveryCodesLeft'), totpSince ? recoveryCodesLeft : null],
        [t('yourRole'), required ? t('roleRequires') : t('roleDoesNot')],
      ]}
    />
  );
}

function FactorDeeds({ factor: { totpSince } }: { readonly factor: SecondFactor }) {
  const t = texts.use();
  const [codes, setCodes] = useState<readonly string[]>();
  return (
    <Flex gap="small" wrap>
      {totpSince ? (
        <>
          <NewCodes onCodes={setCodes} />
          <RemoveAuthenticator />
        </>
      ) : (
        <SetUp onCodes={setCodes} />
      )}
      <ShownOnce
        title={t('recoveryCodes')}
        why={t('keepCodes')}
        secrets={codes}
        onKept={() => setCodes(undefined)}
      />
    </Flex>
  );
}

function SetUp({ onCodes }: { readonly onCodes: (codes: readonly string[]) => void }) {
  const t = texts.use();
  const [open, setOpen] = useState(false);
  const [started, setStarted] = useState<NewAuthenticator>();
  const change = useChange(
    async (proof: Proof, key) =>
      setStarted(
        await answer(api.identity.POST('/v1/me/totp', { body: given(proof), headers: changing(key) })),
      ),
    { touches: [] },
  );
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('setUp')}
      </Button>
      <ProveYourself
        title={t('setUp')}
        why={t('setUpWhy')}
        {...{ open, change }}
        onClose={() => setOpen(false)}
      />
      <ConfirmAuthenticator
        authenticator={started}
        onConfirmed={onCodes}
        onClose={() => setStarted(undefined)}
      />
    </>
  );
}

function NewCodes({ onCodes }: { readonly onCodes: (codes: readonly string[]) => void }) {
  const t = texts.use();
  const [open, setOpen] = useState(false);
  const change = useChange(
    async (proof: Proof, key) => {
      const call = api.identity.POST('/v1/me/recovery-codes', { body: given(proof), headers: changing(key) });
      onCodes((await answer(call)).recoveryCodes);
    },
    { touches },
  );
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('newCodes')}</Button>
      <ProveYourself
        title={t('newCodes')}
        why={t('newCodesWhy')}
        {...{ open, change }}
        onClose={() => setOpen(false)}
      />
    </>
  );
}

function RemoveAuthenticator() {
  const t = texts.use();
  const [open, setOpen] = useState(false);
  const change = useChange(
    (proof: Proof, key) =>
      answer(api.identity.POST('/v1/me/totp/removal', { body: given(proof), headers: changing(key) })),
    { touches, done: t('authenticatorRemoved') },
  );
  return (
    <>
      <Button danger onClick={() => setOpen(true)}>
        {t('removeAuthenticator')}
      </Button>
      <ProveYourself
        title={t('removeAuthenticator')}
        why={t('removeAuthenticatorWhy')}
        danger
        {...{ open, change }}
        onClose={() => setOpen(false)}
      />
    </>
  );
}
