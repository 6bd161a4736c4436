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
  branchClosed: { status: 409, zh: '该分支已关闭。', en: 'The branch is closed.' },
  ownedBelowFranchise: {
    status: 409,
    zh: '直营分支不能设在加盟分支之下。',
    en: 'A branch the agency owns cannot stand below a franchise.',
  },
  branchBelowItself: {
    status: 409,
    zh: '分支不能移到自己或其下级分支之下。',
    en: 'A branch cannot stand below itself or a branch of its own.',
  },
  headquartersStays: {
    status: 409,
    zh: '总部不能移动或关闭。',
    en: 'Headquarters can be neither moved nor closed.',
  },
  branchHasBranches: {
    status: 409,
    zh: '该分支还有下级分支，请先移走或关闭。',
    en: 'There are open branches below; move or close them first.',
  },
  branchHasStaff: {
    status: 409,
    zh: '该分支还有在职员工，请先办理调动或离职。',
    en: 'The branch still has staff; let them move or leave first.',
  },
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
    zh: '仍有 {count} 名员工拥有该角色或受邀担任，不能删除。',
    en: 'The role cannot be removed: {count} people have it or are invited to have it.',
  },
  notYourOwnRole: {
    status: 409,
    zh: '不能更改自己拥有的角色，请由其他管理员办理。',
    en: 'You cannot change a role you have yourself; ask another administrator.',
  },
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
  legalTextsNotCurrent: {
    status: 422,
    zh: '请阅读并同意现行的服务条款和隐私政策。',
    en: 'Accept the terms and the privacy policy that are in force now.',
  },
  noLegalTexts: {
    status: 404,
    zh: '该机构暂未开放自助注册。',
    en: 'The agency is not open for registration.',
  },
  validBeforeToday: {
    status: 422,
    zh: '生效日期不能早于今天。',
    en: 'A text cannot be in force from a day that is past.',
  },
  legalTextKnown: {
    status: 409,
    zh: '已有此版本，或当日已有另一版本生效。',
    en: 'There is such a version already, or another one from that day on.',
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
  // Incidents
  noSuchUser: { status: 422, zh: '没有这名在职员工。', en: 'There is no such active member of staff.' },
  incidentOpenAlready: {
    status: 409,
    zh: '已有同类的未结事件涉及相同人员，请在该事件中继续处理。',
    en: 'An incident of this kind about the same person is still open; go on with that one.',
  },
  incidentWrongState: {
    status: 409,
    zh: '事件当前状态为“{state}”，不能执行此操作。',
    en: 'The incident is {state}; this cannot be done now.',
  },
  notIsolatingYourself: {
    status: 409,
    zh: '不能隔离自己的账号，请由其他人处理。',
    en: 'You cannot isolate your own account; somebody else has to.',
  },
  lastAdministrator: {
    status: 409,
    zh: '此操作会使机构不再有可用的管理员，无人能再管理员工和角色。',
    en: 'The agency would be left without an active administrator: nobody could look after its staff and roles.',
  },
  alreadySuspended: { status: 409, zh: '该账号已被停用。', en: 'This account is suspended already.' },
  isolationLifted: { status: 409, zh: '该隔离已经解除。', en: 'This isolation has been lifted already.' },
  // Training
  courseCodeTaken: { status: 409, zh: '该课程代码已被使用。', en: 'This course code is taken.' },
  noSuchCourse: { status: 422, zh: '没有“{course}”这门课程。', en: 'There is no course {course}.' },
  notYet: { status: 422, zh: '日期不能晚于今天。', en: 'The date lies in the future.' },
  ownAssessment: {
    status: 409,
    zh: '不能登记自己的考核成绩，请由他人登记。',
    en: 'You cannot record your own assessment; somebody else has to.',
  },
  courseRequired: {
    status: 422,
    zh: '授予“{role}”角色前，须持有以下课程的有效证书：{courses}。',
    en: 'The role {role} needs a valid certificate of: {courses}.',
  },
  administratorsKeepAccess: {
    status: 422,
    zh: '管理员的角色不能随课程证书到期而失效，否则可能无人能够恢复。',
    en: 'Administrators keep their role when a certificate runs out; otherwise nobody might be left to give it back.',
  },
});
