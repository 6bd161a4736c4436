import { defineErrors } from '@yitu/kernel';

/** Of API clients (OAuth 2.0). RFC 6749, 5.2 names invalid_client, invalid_scope and unsupported_grant_type. */
export const clientErrors = defineErrors('identity', {
  invalidClient: {
    status: 401,
    zh: '客户端标识或密钥不正确，或该客户端已停用。',
    en: 'The client id or secret is wrong, or the client is disabled.',
  },
  invalidScope: {
    status: 400,
    zh: '该客户端没有“{scope}”权限范围。',
    en: 'The client does not have the scope {scope}.',
  },
  unsupportedGrantType: {
    status: 400,
    zh: '只支持 client_credentials 授权方式。',
    en: 'Only the grant type client_credentials is supported.',
  },
  twoClientCredentials: {
    status: 400,
    zh: '请只用一种方式出示客户端凭证：Authorization 头或请求参数。',
    en: 'Show the client credentials in one way only: the Authorization header or parameters.',
  },
  scopeBeyondOwn: {
    status: 403,
    zh: '“{scope}”超出您自己的权限，您不能授予，也不能管理拥有它的客户端。',
    en: 'The scope {scope} is more than you may do yourself; you cannot give it or manage a client that has it.',
  },
  clientHasTwoSecrets: {
    status: 409,
    zh: '该客户端已有两个有效密钥，旧密钥于 {until} 失效；也可以不设重叠期立即更换。',
    en: 'The client has two secrets that work, the older one until {until}; rotate without an overlap to end both now.',
  },
  overlapTooLong: {
    status: 422,
    zh: '旧密钥的截止时间须在将来，且最多再保留 {days} 天。',
    en: 'The old secret may work for {days} more days at the most, until a moment in the future.',
  },
});
