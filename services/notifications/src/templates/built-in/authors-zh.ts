import type { Content } from '../content.ts';

/** What tells who sold an order what became of it, in Chinese. */
export const toAuthorsZh: Readonly<
  Record<
    | 'review-passed'
    | 'contract-signed'
    | 'plan-accepted'
    | 'plan-changes-wanted'
    | 'paid-in-full'
    | 'refund-made',
    Content
  >
> = {
  'review-passed': {
    subject: '订单 {{orderNumber}} 已通过审核',
    text: '订单 {{orderNumber}}（{{total}}）已通过审核。',
    html: '',
  },
  'contract-signed': {
    subject: '合同 {{contractNumber}} 已签署',
    text: '订单 {{orderNumber}} 的合同 {{contractNumber}} 已由客户签署。',
    html: '',
  },
  'plan-accepted': {
    subject: '客户已确认订单 {{orderNumber}} 的行程',
    text: '订单 {{orderNumber}} 的行程计划已由客户确认。',
    html: '',
  },
  'plan-changes-wanted': {
    subject: '客户希望修改订单 {{orderNumber}} 的行程',
    text: '客户希望修改订单 {{orderNumber}} 的行程计划，请查看其意见。',
    html: '',
  },
  'paid-in-full': {
    subject: '订单 {{orderNumber}} 已付清',
    text: '订单 {{orderNumber}} 的款项 {{total}} 已全部收到。',
    html: '',
  },
  'refund-made': {
    subject: '订单 {{orderNumber}} 的退款已支付',
    text: '订单 {{orderNumber}} 的退款 {{amount}} 已于{{paidOn}}支付给客户。',
    html: '',
  },
};
