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
  busy: {
    status: 503,
    zh: '登录请求过多，请稍后重试。',
    en: 'Too many sign-ins at once; try again shortly.',
  },
  tooManyAttempts: {
    status: 429,
    zh: '尝试次数过多，请在 {seconds} 秒后重试。',
    en: 'Too many attempts; try again in {seconds} seconds.',
  },
  ticketInvalid: {
    status: 401,
    zh: '登录步骤已失效，请重新登录。',
    en: 'This step of signing in is no longer valid; start again.',
  },
  secondFactorWrong: {
    status: 401,
    zh: '验证码不正确或已使用过。',
    en: 'The code is wrong or has been used.',
  },
  secondFactorMissing: {
    status: 400,
    zh: '请提供验证码、恢复码或通行密钥中的一项。',
    en: 'Give one of a code, a recovery code or a passkey.',
  },
  passwordWrong: { status: 403, zh: '密码不正确。', en: 'The password is wrong.' },
  totpNotStarted: {
    status: 409,
    zh: '请先获取身份验证器密钥。',
    en: 'Ask for the secret of the authenticator first.',
  },
  totpAlreadyConfirmed: {
    status: 409,
    zh: '已启用身份验证器，请先停用再重新设置。',
    en: 'An authenticator is in use; remove it before setting up another one.',
  },
  secondFactorRequired: {
    status: 409,
    zh: '您的角色必须使用第二验证方式，不能全部停用。',
    en: 'Your role requires a second factor; you cannot remove the last one.',
  },
  passkeyRefused: {
    status: 401,
    zh: '通行密钥验证失败，请重试。',
    en: 'The passkey was refused; try again.',
  },
  passkeyTaken: { status: 409, zh: '该通行密钥已登记。', en: 'This passkey is registered already.' },
  tooManyPasskeys: {
    status: 409,
    zh: '最多登记 {most} 个通行密钥。',
    en: 'At most {most} passkeys can be registered.',
  },
  passkeysUnavailable: {
    status: 503,
    zh: '系统尚未配置访问地址，暂不能使用通行密钥。',
    en: 'Passkeys need the public address of the system, which is not configured.',
  },
});
