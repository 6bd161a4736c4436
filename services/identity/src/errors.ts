import { defineErrors } from '@yitu/kernel';

export const errors = defineErrors('identity', {
  wrongCredentials: {
    status: 401,
    zh: '机构、账号或密码不正确。',
    en: 'Agency, account or password is wrong.',
  },
  wrongSecret: { status: 401, zh: '凭证不正确。', en: 'The credential is wrong.' },
  refreshTokenInvalid: {
    status: 401,
    zh: '登录已失效，请重新登录。',
    en: 'The sign-in is no longer valid; sign in again.',
  },
  agencyCodeTaken: { status: 409, zh: '该机构代码已被使用。', en: 'This agency code is taken.' },
  foundedMeanwhile: {
    status: 409,
    zh: '同一请求刚刚创建了该机构，请重试以取得结果。',
    en: 'The same request has just founded the agency; repeat it to get its answer.',
  },
  branchCodeTaken: { status: 409, zh: '该分支代码已被使用。', en: 'This branch code is taken.' },
  userNameTaken: { status: 409, zh: '该用户名已被使用。', en: 'This user name is taken.' },
  emailTaken: { status: 409, zh: '该邮箱已被使用。', en: 'This e-mail address is taken.' },
  noSuchBranch: { status: 422, zh: '没有这个分支。', en: 'There is no such branch.' },
  noSuchRole: { status: 422, zh: '没有“{role}”这个角色。', en: 'There is no role {role}.' },
  roleBeyondOwn: {
    status: 403,
    zh: '“{role}”角色的权限超出您自己的权限，不能授予。',
    en: 'The role {role} permits more than you may do yourself; you cannot give it.',
  },
  grantBeyondOwn: {
    status: 403,
    zh: '“{permission}”超出您自己的权限，不能授予或收回。',
    en: '{permission} is more than you may do yourself; you can neither give nor take it.',
  },
  grantEndsBeforeNow: {
    status: 422,
    zh: '授权的截止时间必须晚于现在。',
    en: 'A grant must end later than now.',
  },
  unknownPermission: {
    status: 422,
    zh: '没有“{permission}”这个权限。',
    en: 'There is no permission {permission}.',
  },
  roleCodeTaken: { status: 409, zh: '该角色代码已被使用。', en: 'This code of a role is taken.' },
  builtInRole: {
    status: 409,
    zh: '内置角色不能更改或删除，请复制后再编辑。',
    en: 'Built-in roles can be neither changed nor removed; make a copy and change that.',
  },
  roleGiven: {
    status: 409,
    zh: '仍有 {count} 名员工拥有该角色，不能删除。',
    en: 'The role cannot be removed: it is still given to {count} people.',
  },
  notYourOwnRole: {
    status: 409,
    zh: '不能更改自己拥有的角色，请由其他管理员办理。',
    en: 'You cannot change a role you have yourself; ask another administrator.',
  },
  weakPassword: {
    status: 422,
    zh: '密码至少 10 个字符，且不能与用户名相同。',
    en: 'A password needs 10 characters at least and must differ from the user name.',
  },
  unknownTimeZone: { status: 422, zh: '没有“{zone}”这个时区。', en: 'There is no time zone {zone}.' },
  notYourself: {
    status: 409,
    zh: '不能更改自己的角色或停用自己。',
    en: 'You cannot change your own roles or suspend yourself.',
  },
  departed: {
    status: 409,
    zh: '该员工已离职，其账号不能再更改。',
    en: 'This member of staff has left; the account cannot be changed any more.',
  },
  mobileTaken: { status: 409, zh: '该手机号已被使用。', en: 'This mobile number is taken.' },
  // API clients (OAuth 2.0). RFC 6749, 5.2 names invalid_client, invalid_scope and unsupported_grant_type.
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
  // Sign-in through an agency's own identity provider (OpenID Connect).
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
  busy: {
    status: 503,
    zh: '登录请求过多，请稍后重试。',
    en: 'Too many sign-ins at once; try again shortly.',
  },
});
