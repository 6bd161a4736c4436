import { defineErrors } from '@yitu/kernel';

/** Of signing in through an agency's own identity provider (OpenID Connect). */
export const providerErrors = defineErrors('identity', {
  noIdentityProvider: {
    status: 404,
    zh: '该机构未启用统一身份登录。',
    en: 'There is no sign-in through an identity provider here.',
  },
  identityProviderExists: {
    status: 409,
    zh: '已配置身份提供方，请修改现有配置。',
    en: 'An identity provider is configured already; change that one.',
  },
  issuerRefused: {
    status: 422,
    zh: '身份提供方的地址必须是公网可达的 https 地址，且不带查询参数。',
    en: 'The issuer must be a public https address without a query.',
  },
  secretForIssuer: {
    status: 422,
    zh: '更换身份提供方地址时，须一并提供新的客户端密钥。',
    en: 'Another issuer needs another client secret: the one kept here is not shown to it.',
  },
  notAnIdentityProvider: {
    status: 422,
    zh: '该地址没有返回有效的 OpenID Connect 配置。',
    en: 'This issuer does not answer with an OpenID Connect configuration.',
  },
  identityProviderUnavailable: {
    status: 503,
    zh: '暂时无法连接贵机构的身份提供方，请稍后重试。',
    en: "Your agency's identity provider cannot be reached at the moment; try again shortly.",
  },
  providerSignInRefused: {
    status: 401,
    zh: '未能通过身份提供方登录，请重新登录；如仍不成功，请联系管理员。',
    en: 'The sign-in through the identity provider was not accepted; try again, or ask your administrator.',
  },
  signInThroughProvider: {
    status: 403,
    zh: '贵机构要求通过其身份提供方登录。',
    en: 'Your agency wants you to sign in through its identity provider.',
  },
});
