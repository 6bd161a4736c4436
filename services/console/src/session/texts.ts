import { defineTexts } from '../texts/define-texts.ts';

export const texts = defineTexts('session', {
  signIn: { zh: '登录', en: 'Sign in' },
  staffTitle: { zh: '员工工作台', en: 'Staff console' },
  portalTitle: { zh: '客户中心', en: 'Customer portal' },
  agency: { zh: '机构代码', en: 'Agency code' },
  agencyHint: { zh: '由旅行社提供，例如 yunqi', en: 'From your agency, for example yunqi' },
  login: { zh: '用户名、邮箱或手机号', en: 'User name, e-mail or mobile' },
  password: { zh: '密码', en: 'Password' },
  showTyped: { zh: '显示输入的内容', en: 'Show what is typed' },
  required: { zh: '请填写此项', en: 'Please fill this in' },
  passkey: { zh: '使用通行密钥登录', en: 'Sign in with a passkey' },
  forgotten: { zh: '忘记密码', en: 'Forgot your password?' },
  code: { zh: '验证器上的 6 位数字', en: 'Six digits from your authenticator' },
  recoveryCode: { zh: '恢复码', en: 'Recovery code' },
  useCode: { zh: '使用验证器', en: 'Use the authenticator' },
  useRecovery: { zh: '使用恢复码', en: 'Use a recovery code' },
  usePasskey: { zh: '使用通行密钥', en: 'Use a passkey' },
  goOn: { zh: '继续', en: 'Continue' },
  back: { zh: '返回', en: 'Back' },
  enrolTitle: { zh: '设置两步验证', en: 'Set up the second step' },
  enrolWhy: {
    zh: '您的角色要求两步验证。请用验证器应用扫描二维码，然后输入显示的数字。',
    en: 'Your role requires a second step. Scan the code with an authenticator app, then enter the digits it shows.',
  },
  secret: { zh: '无法扫描时手动输入', en: 'To type in where you cannot scan' },
  keepCodes: {
    zh: '请妥善保存这些恢复码，每个只能使用一次，之后不再显示。',
    en: 'Keep these recovery codes. Each works once, and they are not shown again.',
  },
  keptThem: { zh: '已保存，进入系统', en: 'I have kept them, go on' },
  passkeyStopped: {
    zh: '没有完成通行密钥验证，请重试或使用密码。',
    en: 'The passkey was not used. Try again, or use your password.',
  },
  resetAsked: {
    zh: '如果账户存在，重设密码的链接已经发到登记的邮箱。',
    en: 'If the account exists, a link to set a new password is on its way to its e-mail address.',
  },
  resetSend: { zh: '发送链接', en: 'Send the link' },
  endedTitle: { zh: '登录已过期', en: 'Your session has ended' },
  endedWhy: {
    zh: '请重新登录，当前页面和已填写的内容会保留。',
    en: 'Sign in again: this page and what you have entered stay.',
  },
  notSignedOut: {
    zh: '没有退出登录，您仍在登录状态',
    en: 'You are still signed in: signing out did not work',
  },
});
