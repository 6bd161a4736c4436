import { defineErrors, DomainError, type Texts } from '@yitu/kernel';

/** Refusals that have to do with who is asking. None of them says which accounts exist. */
export const accessErrors = defineErrors('access', {
  unauthenticated: { status: 401, zh: '请先登录。', en: 'Sign in first.' },
  invalidToken: {
    status: 401,
    zh: '登录凭证无效，请重新登录。',
    en: 'The access token is not valid; sign in again.',
  },
  expiredToken: {
    status: 401,
    zh: '登录凭证已过期，请刷新后重试。',
    en: 'The access token has expired; refresh it and try again.',
  },
  sessionEnded: { status: 401, zh: '会话已结束，请重新登录。', en: 'The session has ended; sign in again.' },
  /** For the few operations of the platform's operator. */
  notTheOperator: {
    status: 403,
    zh: '此操作仅限平台运营方。',
    en: 'This is for the operator of the platform.',
  },
  fourEyes: {
    status: 403,
    zh: '四眼原则：不能审批自己制作的内容，请由其他同事办理。',
    en: 'Four eyes: nobody approves what they made themselves; ask a colleague.',
  },
  callerNotAllowed: {
    status: 403,
    zh: '此服务无权调用该接口。',
    en: 'This service may not call this operation.',
  },
  invalidLink: { status: 401, zh: '链接无效。', en: 'The link is not valid.' },
  expiredLink: {
    status: 410,
    zh: '链接已过期，请联系旅行社重新发送。',
    en: 'The link has expired; ask the agency for a new one.',
  },
  identityUnavailable: {
    status: 503,
    zh: '暂时无法核对权限，请稍后重试。',
    en: 'Permissions cannot be checked at the moment; try again shortly.',
  },
});

/** Somebody lacks a permission. @param name what the permission is called; its code stands beside, for who must ask an administrator */
export const forbidden = (permission: string, name: Texts): DomainError =>
  new DomainError({
    code: 'access/forbidden',
    status: 403,
    texts: {
      zh: `您没有“${name.zh}”权限（${permission}）。`,
      en: `You may not ${name.en}: you lack the permission ${permission}.`,
    },
  });
