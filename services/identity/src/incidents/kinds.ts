import type { Texts } from '@yitu/kernel';

export const severities = ['low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof severities)[number];

/** What a rule counts and opens incidents of. */
export const ruleKinds = [
  'failed-sign-ins',
  'sign-ins-failing',
  'document-reveals',
  'large-export',
  'token-reuse',
] as const;
export type RuleKind = (typeof ruleKinds)[number];

/** What people report beside that. */
const reportedKinds = ['lost-device', 'data-leak', 'phishing', 'malware', 'intrusion', 'other'] as const;

export const incidentKinds = [...ruleKinds, ...reportedKinds] as const;
export type IncidentKind = (typeof incidentKinds)[number];

export const kindNames: Readonly<Record<IncidentKind, Texts>> = {
  'failed-sign-ins': { zh: '账号连续登录失败', en: 'Failed sign-ins of an account' },
  'sign-ins-failing': { zh: '多个账号集中登录失败', en: 'Failed sign-ins over many accounts' },
  'document-reveals': {
    zh: '短时间内查看大量证件或银行账户',
    en: 'Many documents or bank accounts revealed',
  },
  'large-export': { zh: '大量数据导出', en: 'Large export' },
  'token-reuse': { zh: '登录凭证被重复使用', en: 'Refresh token used twice' },
  'lost-device': { zh: '设备遗失', en: 'Lost device' },
  'data-leak': { zh: '数据泄露', en: 'Data leak' },
  phishing: { zh: '钓鱼诈骗', en: 'Phishing' },
  malware: { zh: '恶意软件', en: 'Malware' },
  intrusion: { zh: '未经授权的访问', en: 'Unauthorised access' },
  other: { zh: '其他', en: 'Other' },
};
