import { defineErrors } from '@yitu/kernel';

export const errors = defineErrors('gateway', {
  timeout: {
    status: 504,
    zh: '系统未能及时答复，请稍后重试；带相同 Idempotency-Key 重试不会重复办理。',
    en: 'The answer took too long; try again. With the same Idempotency-Key nothing is done twice.',
  },
  foreignOrigin: {
    status: 403,
    zh: '此请求来自其他网站，已被拒绝。',
    en: 'The request comes from another site and was refused.',
  },
  tooManyRequests: {
    status: 429,
    zh: '请求过于频繁，请在 {seconds} 秒后重试。',
    en: 'Too many requests; try again in {seconds} seconds.',
  },
  notSignedIn: { status: 401, zh: '请先登录。', en: 'Sign in first.' },
  signInNotBegun: {
    status: 400,
    zh: '登录已超时，或在另一个窗口中开始，请重新登录。',
    en: 'This sign-in took too long or was begun in another window; sign in again.',
  },
  incompleteLink: {
    status: 400,
    zh: '链接不完整，请从邮件中重新打开。',
    en: 'The link is incomplete; open it from the e-mail again.',
  },
});
