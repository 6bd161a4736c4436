import { route } from '@yitu/runtime';
import { Type } from 'typebox';
import { providerOperations, type ProviderPorts } from './configure-provider.ts';
import { IdentityProviderView, Newcomers } from './identity-provider.ts';

const domain = '^([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}$';

const rules = {
  issuer: Type.String({ minLength: 8, maxLength: 500, pattern: '^https?://[^\\s\\\\]+$' }),
  clientId: Type.String({ minLength: 1, maxLength: 200, pattern: '^[\\x20-\\x7e]+$' }),
  emailDomains: Type.Array(Type.String({ maxLength: 253, pattern: domain }), {
    minItems: 1,
    maxItems: 50,
    description: 'Only e-mail addresses of these domains are taken from the provider.',
  }),
  trustEmail: Type.Boolean({
    default: false,
    description:
      'Whether an address counts as verified where the provider does not say (no email_verified); where it says no, it never does. Only for a provider at which nobody but the agency gives out addresses of these domains: whoever can write one there signs in as the person who has it here.',
  }),
  userNameClaim: Type.String({
    minLength: 1,
    maxLength: 100,
    pattern: '^[\\x21-\\x7e]+$',
    default: 'preferred_username',
    description: 'The claim that becomes the user name of newcomers.',
  }),
  newcomers: Type.Union([Newcomers, Type.Null()], {
    default: null,
    description: 'What people get whom only the provider knows; null refuses them.',
  }),
  required: Type.Boolean({ default: false, description: 'Whether staff sign in this way only.' }),
};

const ClientSecret = Type.String({ minLength: 1, maxLength: 500, pattern: '^[\\x20-\\x7e]+$' });
const path = '/v1/identity-provider';
const permission = 'identity.identity-provider.change';

export function providerRoutes(ports: ProviderPorts) {
  const operations = providerOperations(ports);
  return [
    route({
      method: 'GET',
      path,
      summary: "The agency's identity provider, without its secret",
      access: 'identity.identity-provider.read',
      result: IdentityProviderView,
      handle: (call) => operations.read(call),
    }),
    route({
      method: 'POST',
      path,
      summary: 'Let people sign in through an identity provider (OpenID Connect)',
      access: permission,
      body: Type.Object({ ...rules, clientSecret: ClientSecret }),
      result: IdentityProviderView,
      status: 201,
      handle: (call, { body }) => operations.create(call, body),
    }),
    route({
      method: 'PUT',
      path,
      summary: 'Change the identity provider; without a secret the one it has stays',
      access: permission,
      body: Type.Object({ ...rules, clientSecret: Type.Optional(ClientSecret) }),
      result: IdentityProviderView,
      versioned: true,
      handle: (call, { body, version }) => operations.replace(call, { ...body, version }),
    }),
    route({
      method: 'DELETE',
      path,
      summary: 'Sign in through an identity provider no more',
      access: permission,
      result: Type.Object({ removed: Type.Literal(true) }),
      versioned: true,
      handle: (call, { version }) => operations.remove(call, version),
    }),
  ];
}
