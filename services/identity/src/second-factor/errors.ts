import { defineErrors } from '@yitu/kernel';

export const secondFactorErrors = defineErrors('identity', {
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
});
