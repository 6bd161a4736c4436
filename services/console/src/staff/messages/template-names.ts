import { defineTexts } from '../../texts/define-texts.ts';

/** What is said, by what it says. */
export const templateNames = defineTexts('message-templates', {
  'order-approved': { zh: '订单审核通过', en: 'Order approved' },
  'order-confirmed': { zh: '订单确认函', en: 'Order confirmed' },
  'payment-reminder': { zh: '付款提醒', en: 'Payment reminder' },
  'order-overpaid': { zh: '多收款说明', en: 'Paid too much' },
  'quotation-sent': { zh: '报价通知', en: 'A quotation is ready' },
  'waiting-offer': { zh: '候补名额通知', en: 'A seat from the waiting list' },
  'contract-to-sign': { zh: '合同签署', en: 'Contract to sign' },
  'departure-reminder': { zh: '出行提醒', en: 'Departure reminder' },
  survey: { zh: '满意度调查', en: 'Satisfaction survey' },
  'invoice-issued': { zh: '发票通知', en: 'Invoice issued' },
  invitation: { zh: '账户邀请', en: 'Invitation to an account' },
  registration: { zh: '注册确认', en: 'Registration' },
  'registration-attempt': { zh: '重复注册提醒', en: 'Registration with a known address' },
  'registration-refused': { zh: '注册未成功', en: 'Registration refused' },
  'password-reset': { zh: '重设密码', en: 'New password' },
  'email-change': { zh: '邮箱变更确认', en: 'Change of e-mail address' },
  'email-change-notice': { zh: '邮箱变更通知', en: 'Notice of a changed address' },
  'incident-alert': { zh: '安全事件警报', en: 'Incident alert' },
  'order-placed': { zh: '订单待审核', en: 'Order to review' },
  'order-returned': { zh: '订单被退回', en: 'Order returned' },
  'waiting-offered': { zh: '候补已通知', en: 'Seat offered' },
  'balance-flagged': { zh: '尾款逾期', en: 'Balance overdue' },
  'incident-notice': { zh: '安全事件', en: 'Security incident' },
  'certificate-expiring': { zh: '培训证书到期', en: 'Certificate expires' },
});
