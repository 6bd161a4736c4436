import { defineErrors } from '@yitu/kernel';

/** Those that several parts use, and of accounts and signing in; the others stand with their part. */
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
  userNameTaken: { status: 409, zh: '该用户名已被使用。', en: 'This user name is taken.' },
  emailTaken: { status: 409, zh: '该邮箱已被使用。', en: 'This e-mail address is taken.' },
  weakPassword: {
    status: 422,
    zh: '这个密码不够安全，请换一个。',
    en: 'This password is not safe enough; choose another one.',
  },
  passwordsDiffer: {
    status: 422,
    zh: '两次输入的密码不一致。',
    en: 'The two passwords are not the same.',
  },
  unknownTimeZone: { status: 422, zh: '没有“{zone}”这个时区。', en: 'There is no time zone {zone}.' },
  notYourself: {
    status: 409,
    zh: '不能更改自己的角色或停用自己。',
    en: 'You cannot change your own roles or suspend yourself.',
  },
  notOnTheStaff: { status: 409, zh: '这不是员工账号。', en: 'This is no account of a member of staff.' },
  noSuchSuccessor: {
    status: 422,
    zh: '接替人必须是您权限范围内的另一名在职员工。',
    en: 'The successor must be another active member of staff within your reach.',
  },
  departed: {
    status: 409,
    zh: '该员工已离职，其账号不能再更改。',
    en: 'This member of staff has left; the account cannot be changed any more.',
  },
  linkUsed: {
    status: 410,
    zh: '此链接已使用过，或已被新的链接取代。',
    en: 'This link was used before, or a newer one has replaced it.',
  },
  alreadyInvited: {
    status: 409,
    zh: '该邮箱已有待接受的邀请，可重新发送。',
    en: 'This e-mail address has an invitation already; send it again.',
  },
  invitationOver: {
    status: 409,
    zh: '邀请已被接受或撤回。',
    en: 'The invitation was accepted or withdrawn.',
  },
  registrationNotPossible: {
    status: 409,
    zh: '使用所填的资料无法开通账号，请重新注册或联系门市。',
    en: 'No account can be opened with these details; register again, or ask one of our shops.',
  },
  wrongPassword: { status: 422, zh: '当前密码不正确。', en: 'The current password is wrong.' },
  signInAgain: {
    status: 403,
    zh: '请输入当前密码；没有密码的，请重新登录后五分钟内再试。',
    en: 'Give your password; if you have none, sign in again and try within five minutes.',
  },
  tooManyAddresses: {
    status: 429,
    zh: '更换邮箱过于频繁，请一小时后再试。',
    en: 'Too many changes of address; try again in an hour.',
  },
  noMobileNumber: { status: 422, zh: '手机号无效。', en: 'This is not a mobile number.' },
  mobileTaken: { status: 409, zh: '该手机号已被使用。', en: 'This mobile number is taken.' },
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
  tooManyAttempts: {
    status: 429,
    zh: '尝试次数过多，请在 {seconds} 秒后重试。',
    en: 'Too many attempts; try again in {seconds} seconds.',
  },
  lastAdministrator: {
    status: 409,
    zh: '此操作会使机构不再有可用的管理员，无人能再管理员工和角色。',
    en: 'The agency would be left without an active administrator: nobody could look after its staff and roles.',
  },
});
