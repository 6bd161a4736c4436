import type { Content } from '../content.ts';
import { facts, letter, paragraph } from './letter.ts';

const greeting = '{{customerName}}，您好！';
const contact =
  '如有疑问，请联系{{contactName}}{{#if contactEmail}}（{{contactEmail}}）{{/if}}，或直接与我们的门市联系。';
const table = facts('：');

/** Messages about quotations, payments, cancellations and waiting lists in Chinese. */
export const paymentsZh: Readonly<
  Record<
    | 'payment-reminder'
    | 'order-overpaid'
    | 'order-cancelled'
    | 'refund-paid'
    | 'quotation-sent'
    | 'waiting-offer'
    | 'waiting-offered'
    | 'balance-flagged'
    | 'quotation-requested'
    | 'allotment-released',
    Content
  >
> = {
  'payment-reminder': letter({
    subject: '{{#if overdue}}款项已逾期{{else}}付款提醒{{/if}}：订单 {{orderNumber}}',
    heading: '{{#if overdue}}款项已逾期{{else}}今日付款提醒{{/if}}',
    greeting,
    body: [
      paragraph(
        '{{#if overdue}}订单 {{orderNumber}} 的{{name}}已过付款日，我们尚未收到。{{else}}订单 {{orderNumber}} 的{{name}}今日到期。{{/if}}',
      ),
      table(['待付金额', '{{amount}}'], ['付款日', '{{dueOn}}'], ['最迟付款日', '{{graceUntil}}']),
      paragraph('如您已付款，请忽略本邮件。'),
    ],
    contact,
  }),
  'order-overpaid': letter({
    subject: '订单 {{orderNumber}} 有多付款项',
    heading: '您有多付款项',
    greeting,
    body: [
      paragraph('我们收到的订单 {{orderNumber}} 款项比订单总价多 {{excess}}。'),
      paragraph(
        '{{#if refunded}}多付部分将按原付款方式退还给您。{{else}}多付部分暂存于该订单，如需退还请与我们联系。{{/if}}',
      ),
    ],
    contact,
  }),
  'order-cancelled': letter({
    subject: '订单 {{orderNumber}} {{#if expired}}已失效{{else}}已取消{{/if}}',
    heading: '{{#if expired}}订单已失效{{else}}订单已取消{{/if}}',
    greeting,
    body: [
      paragraph(
        '{{#if expired}}订单 {{orderNumber}} 的名额保留期已过，订单已失效，名额不再为您保留。{{else}}订单 {{orderNumber}} 已取消。{{#if reason}}取消原因：{{reason}}。{{/if}}{{#if unchosen}}因未在期限内收到您的选择，已付款项将全额退还。{{/if}}{{/if}}',
      ),
      paragraph(
        '{{#if expired}}如您已付款，应退款项将按原付款方式退还给您，支付后会另行通知。{{else}}{{#if penalty}}按合同约定，业务损失费为 {{penalty}}。{{else}}本次取消不收取费用。{{/if}}{{#if refund}}已付款项中的 {{refund}} 将按原付款方式退还给您，支付后会另行通知。{{/if}}{{/if}}',
      ),
    ],
    contact,
  }),
  'refund-paid': letter({
    subject: '订单 {{orderNumber}} 的退款 {{amount}} 已支付',
    heading: '退款已支付',
    greeting,
    body: [
      paragraph('订单 {{orderNumber}} 的退款已按原付款方式退还给您，到账时间以银行或支付平台为准。'),
      table(['退款金额', '{{amount}}'], ['退款日期', '{{paidOn}}']),
    ],
    contact,
  }),
  'quotation-sent': letter({
    subject: '您的报价已准备好',
    heading: '您的报价已准备好',
    greeting,
    body: [
      paragraph('我们已为您准备好报价，请登录客户中心，在“我的行程”中的“报价”查看明细，并确认是否接受。'),
      table(['总价', '{{total}}'], ['有效期至', '{{expiresAt}}']),
    ],
    contact,
  }),
  'waiting-offer': letter({
    subject: '候补成功：{{productName}}（{{departsOn}}出发）已为您保留名额',
    heading: '候补有名额了',
    greeting,
    body: [
      paragraph('您候补的团期已有名额，我们为您保留至 {{offerExpiresAt}}，逾期名额将提供给下一位候补客户。'),
      table(
        ['行程', '{{productName}}'],
        ['出发', '{{departsOn}}'],
        ['返回', '{{returnsOn}}'],
        ['名额', '{{seats}}'],
      ),
    ],
    contact,
  }),
  'waiting-offered': {
    subject: '候补有名额：{{productName}}（{{departsOn}}）',
    text: '{{productName}}（{{departsOn}}出发）的候补已保留 {{seats}} 个名额，至 {{offerExpiresAt}} 为止，请尽快确认。',
    html: '',
  },
  'balance-flagged': {
    subject: '订单 {{orderNumber}} {{name}}逾期，请处理',
    text: '订单 {{orderNumber}} 的{{name}} {{amount}}（应于{{dueOn}}前付清）在宽限期后仍未收到，请决定是否保留订单。',
    html: '',
  },
  'allotment-released': {
    subject: '配额已退还供应商：{{unitName}}',
    text: '{{unitName}}（合同 {{contractNumber}}）{{from}}至{{until}}未使用的 {{units}} 个配额已到释放日，自动退还供应商。',
    html: '',
  },
  'quotation-requested': {
    subject: '客户请求报价（{{travellers}} 人）',
    text: '有客户请求为 {{travellers}} 人报价{{#if from}}，最早{{from}}出发{{/if}}{{#if until}}，最迟{{until}}出发{{/if}}。请报价，或说明理由后婉拒。',
    html: '',
  },
};
