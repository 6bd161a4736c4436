import { defineTexts } from '../../texts/define-texts.ts';

/** What services do that needs no permission of its own: signing in, opening links, what follows by itself. */
const words = {
  'identity.session.start': { zh: '登录', en: 'Sign in' },
  'identity.session.refresh': { zh: '续期登录', en: 'Renew a session' },
  'identity.session.refuse': { zh: '拒绝登录', en: 'Refuse a sign-in' },
  'identity.session.end-own': { zh: '退出登录', en: 'Sign out' },
  'identity.sign-in.confirm': { zh: '完成两步验证', en: 'Second step of signing in' },
  'identity.password.confirm': { zh: '确认密码', en: 'Confirm the password' },
  'identity.password-reset.ask': { zh: '申请重设密码', en: 'Ask for a new password' },
  'identity.password-reset.use': { zh: '重设密码', en: 'Set a new password' },
  'identity.user.change-password': { zh: '修改密码', en: 'Change the password' },
  'identity.user.change-self': { zh: '修改个人资料', en: 'Change one’s own profile' },
  'identity.registration.ask': { zh: '申请注册', en: 'Ask to register' },
  'identity.registration.confirm': { zh: '确认注册', en: 'Confirm a registration' },
  'identity.invitation.accept': { zh: '接受邀请', en: 'Accept an invitation' },
  'identity.email-change.confirm': { zh: '确认新邮箱', en: 'Confirm a new e-mail address' },
  'identity.agency.found': { zh: '创建机构', en: 'Found the agency' },
  'identity.agency.suspend': { zh: '停用机构', en: 'Suspend the agency' },
  'identity.agency.resume': { zh: '恢复机构', en: 'Resume the agency' },
  'identity.client.issue-token': { zh: '签发令牌', en: 'Issue a token' },
  'identity.access.describe': { zh: '查询权限', en: 'Look up permissions' },
  'crm.survey.answer': { zh: '回答满意度调查', en: 'Answer a survey' },
  'itinerary.contract.sign': { zh: '签署合同', en: 'Sign a contract' },
  'finance.entry.post': { zh: '记账', en: 'Post an entry' },
  reaction: { zh: '随事件自动处理', en: 'Follows from an event' },
} as const;

const texts = defineTexts('audit-actions', words);

/** What was done, in words. @param nameOf of permissions */
export function actionText(action: string, nameOf: (permission: string) => string): string {
  if (action.startsWith('on ')) return texts.word('reaction');
  return action in words ? texts.word(action) : nameOf(action);
}
