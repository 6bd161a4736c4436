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
  auditExportTooLarge: {
    status: 422,
    zh: '一次最多导出 {limit} 条审计记录，请缩短时间范围后重试。',
    en: 'An export has {limit} entries at most; choose a shorter period.',
  },
});
