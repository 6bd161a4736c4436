import { route } from '@yitu/runtime';
import { Type } from 'typebox';
import { clientErrors } from '../errors.ts';
import type { TokenRules } from '../../sessions/tokens.ts';
import { credentialsOf } from './credentials.ts';
import { issueToken } from './issue-token.ts';
import { oauthRefusals } from './oauth-refusals.ts';

/** RFC 6749, 3.2: what is not known here is ignored. */
const Body = Type.Object(
  {
    grant_type: Type.String({ maxLength: 100, description: 'client_credentials' }),
    scope: Type.Optional(
      Type.String({
        maxLength: 12_000,
        description: "The client's scopes that are wanted; all, when left out.",
      }),
    ),
    client_id: Type.Optional(Type.String({ maxLength: 100 })),
    client_secret: Type.Optional(Type.String({ maxLength: 200 })),
  },
  { additionalProperties: true },
);

const TokenAnswer = Type.Object(
  {
    access_token: Type.String(),
    token_type: Type.Literal('Bearer'),
    expires_in: Type.Integer({ description: 'Seconds.' }),
    scope: Type.String(),
  },
  { title: 'TokenAnswer' },
);

/** OAuth 2.0's token endpoint. Its form, its credentials and its refusals are RFC 6749's. */
export const issueTokenRoute = (rules: TokenRules) =>
  route({
    method: 'POST',
    path: '/v1/oauth/token',
    summary: 'An access token for an API client (OAuth 2.0 client credentials)',
    access: 'anyone',
    consumes: 'form',
    ownCredential: true,
    headers: { 'cache-control': 'no-store', pragma: 'no-cache' },
    refusals: oauthRefusals,
    body: Body,
    result: TokenAnswer,
    handle: async (call, { body, authorization }) => {
      if (body.grant_type !== 'client_credentials') throw clientErrors.unsupportedGrantType();
      return issueToken(call, rules, { ...credentialsOf(authorization, body), scope: body.scope });
    },
  });
