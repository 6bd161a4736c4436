import { useQuery } from '@tanstack/react-query';
import { Button, Card, Empty, Flex, Typography } from 'antd';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { IdentityProvider } from '../../api/gen/identity.ts';
import { Refusal } from '../../api/refusal.ts';
import { instantText } from '../../format/dates.ts';
import { BranchName } from '../../names/names.tsx';
import { RoleName } from '../../names/roles.tsx';
import { Confirm } from '../../patterns/confirm.tsx';
import { Facts } from '../../patterns/facts.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { useMay, useMe } from '../../session/me.ts';
import { ProviderForm } from './provider-form.tsx';
import { texts } from './texts.ts';

/** Where the staff may sign in instead: the agency's own identity provider (OpenID Connect). */
export function IdentityProviderCard() {
  const t = texts.use();
  const may = useMay();
  const [entering, setEntering] = useState(false);
  const query = useQuery({
    queryKey: ['identity', 'identity-provider'],
    // Having none is an answer, too.
    queryFn: ({ signal }) =>
      answer(api.identity.GET('/v1/identity-provider', { signal })).catch((error: unknown) => {
        if (error instanceof Refusal && error.status === 404) return null;
        throw error;
      }),
  });
  const mayChange = may('identity.identity-provider.change');
  return (
    <Card title={t('provider')}>
      <Loaded query={query}>
        {(provider) => (
          <Flex vertical gap="middle">
            {provider ? <ProviderFacts provider={provider} /> : <Empty description={t('noProvider')} />}
            {mayChange && (
              <Flex gap="small" justify={provider ? 'start' : 'center'}>
                <Button {...(!provider && { type: 'primary' as const })} onClick={() => setEntering(true)}>
                  {provider ? t('change') : t('connect')}
                </Button>
                {provider && <RemoveProvider provider={provider} />}
              </Flex>
            )}
            <ProviderForm provider={provider} open={entering} onClose={() => setEntering(false)} />
          </Flex>
        )}
      </Loaded>
    </Card>
  );
}

function ProviderFacts({ provider }: { readonly provider: IdentityProvider }) {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  const { newcomers } = provider;
  const welcome = newcomers && (
    <>
      <RoleName code={newcomers.role} /> · <BranchName id={newcomers.branchId} />
    </>
  );
  return (
    <Facts
      of={[
        [t('issuer'), provider.issuer],
        [t('clientId'), provider.clientId],
        [t('emailDomains'), provider.emailDomains.join(', ')],
        [
          t('redirectUri'),
          <Typography.Text key="redirect" copyable>
            {provider.redirectUri}
          </Typography.Text>,
        ],
        [t('required'), provider.required ? t('yes') : t('no')],
        [t('trustEmail'), provider.trustEmail ? t('yes') : t('no')],
        [t('userNameClaim'), provider.userNameClaim],
        [t('newcomers'), welcome ?? t('newcomersRefused')],
        [t('changedAt'), instantText(provider.changedAt, timeZone)],
      ]}
    />
  );
}

function RemoveProvider({ provider }: { readonly provider: IdentityProvider }) {
  const t = texts.use();
  const change = useChange(
    (_id: string, key) =>
      answer(api.identity.DELETE('/v1/identity-provider', { headers: changing(key, provider.version) })),
    { touches: [['identity', 'identity-provider']], done: t('removed') },
  );
  return <Confirm label={t('remove')} why={t('removeWhy')} input={provider.id} change={change} danger />;
}
