import { translate, type DomainError } from '@yitu/kernel';
import type { Refusals } from '@yitu/runtime';
import { Type } from 'typebox';

const OAuthError = Type.Object(
  { error: Type.String(), error_description: Type.String() },
  { title: 'OAuthError', description: 'RFC 6749, 5.2.' },
);

const named: Readonly<Record<string, string>> = {
  'identity/invalid-client': 'invalid_client',
  'identity/invalid-scope': 'invalid_scope',
  'identity/unsupported-grant-type': 'unsupported_grant_type',
};

/** RFC 6749 names nothing for our own faults at this endpoint; of its words for the other one these are what libraries know. */
const errorOf = ({ code, status }: DomainError): string =>
  named[code] ??
  (status === 503 ? 'temporarily_unavailable' : status >= 500 ? 'server_error' : 'invalid_request');

/** The characters RFC 6749 lets a description have: printable ASCII without quotation mark and backslash. It is for developers, so it is English. */
const described = ({ texts, fields }: DomainError): string =>
  [translate(texts, 'en'), ...fields.map(({ field, message }) => `${field}: ${message.en}`)]
    .join(' ')
    .replaceAll(/[^\x20\x21\x23-\x5b\x5d-\x7e]/g, '?')
    .slice(0, 500);

/** Refusals as OAuth 2.0 has them: 400, or 401 with the way to authenticate for wrong credentials. */
export const oauthRefusals: Refusals = {
  schema: OAuthError,
  of: (refusal) => ({
    status: refusal.status >= 500 || refusal.status === 401 ? refusal.status : 400,
    ...(refusal.status === 401 && { headers: { 'www-authenticate': 'Basic realm="yitu", charset="UTF-8"' } }),
    body: { error: errorOf(refusal), error_description: described(refusal) },
  }),
};
