import { actorOf, requireMember } from '@yitu/access';
import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { command, query, requestErrors, type Call, type UnitOfWork } from '@yitu/persistence';
import type { Vault } from '@yitu/vault';
import { Agency } from '../agencies/agency.ts';
import { openBranchOf } from '../branches/tree.ts';
import { providerErrors } from './errors.ts';
import { roleErrors } from '../roles/errors.ts';
import { checkRoles } from '../roles/give-roles.ts';
import { requireCourses } from '../roles/required-courses/require-courses.ts';
import { givesAny } from '../roles/grants.ts';
import {
  IdentityProvider,
  identityProviderView,
  ProviderAccount,
  redirectUriOf,
} from './identity-provider.ts';
import { AddressRefused } from './outside-addresses.ts';
import type { Connect } from './provider-connections.ts';
import { openSecret, sealSecret } from './provider-secrets.ts';

export interface ProviderPorts {
  readonly vault: Vault;
  readonly connect: Connect;
  readonly publicUrl: string;
}

export interface Rules {
  readonly issuer: string;
  readonly clientId: string;
  readonly emailDomains: readonly string[];
  readonly trustEmail: boolean;
  readonly userNameClaim: string;
  readonly newcomers: { readonly role: string; readonly branchId: string } | null;
  readonly required: boolean;
}

export type Configuration = Rules & { readonly clientSecret?: string | undefined };

const change = 'identity.identity-provider.change';

/**
 * Whoever decides through whom people sign in can sign in as anybody: so it takes the right to give any role.
 * @throws identity/role-beyond-own
 */
function checkMayConfigure({ member }: UnitOfWork): void {
  if (!givesAny(member)) throw roleErrors.roleBeyondOwn({ role: 'system-administrator' });
}

/** Who comes by the provider is new to everything: a role that asks for a course is none for them. @throws identity/no-such-branch, branch-closed, course-required */
async function checkNewcomers(uow: UnitOfWork, { newcomers }: Rules): Promise<void> {
  if (!newcomers) return;
  await checkRoles(uow, newcomers.branchId, [newcomers.role]);
  await openBranchOf(uow, newcomers.branchId);
  await requireCourses(uow, undefined, [newcomers.role], '/body/newcomers/role');
}

/** @throws identity/issuer-refused, identity/not-an-identity-provider: what cannot be asked is not kept */
async function checkAnswers(
  connect: Connect,
  { issuer, clientId }: Rules,
  clientSecret: string,
): Promise<void> {
  const url = URL.canParse(issuer) ? new URL(issuer) : undefined;
  if (!url || url.search || url.hash || url.username || url.password) throw providerErrors.issuerRefused();
  try {
    await connect({ issuer, clientId, clientSecret });
  } catch (cause) {
    throw cause instanceof AddressRefused
      ? providerErrors.issuerRefused({ cause })
      : providerErrors.notAnIdentityProvider({ cause });
  }
}

const columnsOf = ({ emailDomains, newcomers, ...rules }: Rules) => ({
  issuer: rules.issuer,
  clientId: rules.clientId,
  emailDomains: emailDomains.map((domain) => domain.toLowerCase()),
  trustEmail: rules.trustEmail,
  userNameClaim: rules.userNameClaim,
  required: rules.required,
  newRole: newcomers?.role ?? null,
  newBranchId: newcomers?.branchId ?? null,
});

async function viewOf(uow: UnitOfWork, provider: IdentityProvider, { publicUrl }: ProviderPorts) {
  const { code } = await uow.get(Agency, uow.agencyId);
  return identityProviderView(provider, redirectUriOf(publicUrl, code));
}

const only = async (uow: UnitOfWork): Promise<IdentityProvider> => {
  const [provider] = await uow.find(IdentityProvider, {});
  if (!provider) throw requestErrors.notFound();
  return provider;
};

const readProvider = (ports: ProviderPorts) =>
  query({ permission: 'identity.identity-provider.read' }, async (uow, _input: object) =>
    viewOf(uow, await only(uow), ports),
  );

const readSecret = ({ vault }: ProviderPorts) =>
  query({ permission: change }, async (uow, _input: object) => openSecret(uow, vault, await only(uow)));

const createProvider = (ports: ProviderPorts) =>
  command({ permission: change }, async (uow, input: Rules & { clientSecret: string }) => {
    checkMayConfigure(uow);
    await checkNewcomers(uow, input);
    const id = newId();
    const provider = uow.add(
      uow.em.create(IdentityProvider, {
        ...columnsOf(input),
        agencyId: uow.agencyId,
        id,
        clientSecret: await sealSecret(uow, ports.vault, id, input.clientSecret),
        version: 0,
        changedAt: uow.now,
      }),
    );
    uow.publish(provider, events.identityProviderChanged, { providerId: id, change: 'configured' });
    return viewOf(uow, provider, ports);
  });

const replaceProvider = (ports: ProviderPorts) =>
  command({ permission: change }, async (uow, input: Configuration & { version: number }) => {
    checkMayConfigure(uow);
    await checkNewcomers(uow, input);
    const { id, issuer } = await only(uow);
    const { clientSecret: text } = input;
    if (text === undefined && issuer !== input.issuer) throw providerErrors.secretForIssuer();
    const sealed = text === undefined ? {} : { clientSecret: await sealSecret(uow, ports.vault, id, text) };
    const provider = await uow.lock(IdentityProvider, id, input.version);
    Object.assign(provider, columnsOf(input), sealed, { changedAt: uow.now });
    uow.publish(provider, events.identityProviderChanged, { providerId: id, change: 'changed' });
    return viewOf(uow, provider, ports);
  });

/** With the links between its subjects and our users: another provider of this name later on is another provider. */
const removeProvider = ({ vault }: ProviderPorts) =>
  command({ permission: change }, async (uow, { version }: { version: number }) => {
    checkMayConfigure(uow);
    const { id } = await only(uow);
    await vault.erase(uow, id, { by: actorOf(uow.member), reason: 'the identity provider was removed' });
    const provider = await uow.lock(IdentityProvider, id, version);
    for (const account of await uow.find(ProviderAccount, {})) uow.em.remove(account);
    uow.publish(provider, events.identityProviderChanged, { providerId: id, change: 'removed' });
    uow.em.remove(provider);
    return { removed: true as const };
  });

/** The operations on an agency's identity provider. What is asked of the provider is asked before the transaction. */
export function providerOperations(ports: ProviderPorts) {
  const [read, secret, remove] = [readProvider(ports), readSecret(ports), removeProvider(ports)];
  const [create, replace] = [createProvider(ports), replaceProvider(ports)];
  const ready = (call: Call) => ports.vault.ready(requireMember(call.principal).agencyId);
  return {
    read: (call: Call) => read(call, {}),
    remove: (call: Call, version: number) => remove(call, { version }),
    create: async (call: Call, input: Rules & { clientSecret: string }) => {
      await checkAnswers(ports.connect, input, input.clientSecret);
      await ready(call);
      return create(call, input);
    },
    replace: async (call: Call, input: Configuration & { version: number }) => {
      await ready(call);
      await checkAnswers(ports.connect, input, input.clientSecret ?? (await secret(call, {})));
      return replace(call, input);
    },
  };
}
