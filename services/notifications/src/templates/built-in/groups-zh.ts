import type { Content } from '../content.ts';
import { facts, letter, paragraph, points, schedule } from './letter.ts';

const greeting = '{{customerName}}，您好！';
const contact =
  '如有疑问，请联系{{contactName}}{{#if contactEmail}}（{{contactEmail}}）{{/if}}，或直接与我们的门市联系。';
const table = facts('：');
const trip = [
  ['行程', '{{productName}}'],
  ['出发', '{{departsOn}}'],
  ['返回', '{{returnsOn}}'],
] as const;

/** Messages about groups that take place or do not, and about payments taken back, in Chinese. */
export const groupsZh: Readonly<
  Record<
    | 'order-moved'
    | 'departure-called-off'
    | 'departure-guaranteed'
    | 'group-at-risk'
    | 'choice-to-record'
    | 'choice-over'
    | 'group-guaranteed'
    | 'payment-taken-back',
    Content
  >
> = {
  'order-moved': letter({
    subject: '订单 {{orderNumber}} 已改至{{departsOn}}出发',
    heading: '出发日期已变更',
    greeting,
    body: [
      paragraph('订单 {{orderNumber}} 已按您的选择改至新的团期，价格不变。'),
      table(...trip),
      paragraph('{{#if schedule}}尚未付清的款项请按新的日期支付：{{else}}款项已付清，无需再付。{{/if}}'),
      schedule('{{name}} {{amount}}，{{dueOn}}前（含当日）', '{{dueOn}}前（含当日）'),
    ],
    contact,
  }),
  'departure-called-off': letter({
    subject: '您的行程未能成行：{{productName}}（{{departsOn}}出发），请选择后续安排',
    heading: '您预订的团期已取消',
    greeting,
    body: [
      paragraph(
        '非常抱歉，订单 {{orderNumber}} 的团期不能如期出发{{#if reason}}，原因：{{reason}}{{/if}}。您无需再付款。',
      ),
      table(['订单号', '{{orderNumber}}'], ...trip),
      paragraph(
        '请在{{chooseBy}}前告诉我们您的选择，或在客户中心“我的行程”中自行选择；逾期未选择的，订单将取消并全额退款：',
      ),
      points('改至其他团期，价格不变', '延期至同一产品的较晚团期，价格不变', '取消订单，退还全部已付款项'),
    ],
    contact,
  }),
  'departure-guaranteed': letter({
    subject: '已成团：{{productName}}将于{{departsOn}}如期出发',
    heading: '您的行程已成团',
    greeting,
    body: [
      paragraph('订单 {{orderNumber}} 的团期已达到成团人数，将如期出发。'),
      table(['订单号', '{{orderNumber}}'], ...trip),
    ],
    contact,
  }),
  'group-at-risk': {
    subject: '团期 {{groupNumber}} 成团待定（{{confirmedSeats}}/{{minimumGroup}}）',
    text: '{{productName}}（{{departsOn}}出发，团号 {{groupNumber}}）已确认 {{confirmedSeats}} 人，未达到最低成团人数 {{minimumGroup}} 人，请决定是否成团。',
    html: '',
  },
  'choice-to-record': {
    subject: '订单 {{orderNumber}} 的团期已取消，请登记客户的选择',
    text: '订单 {{orderNumber}}（原定{{departsOn}}出发）的团期已取消，请在{{chooseBy}}前与客户确认改团、延期或退款，并登记其选择。',
    html: '',
  },
  'choice-over': {
    subject: '订单 {{orderNumber}} 的客户逾期未选择',
    text: '订单 {{orderNumber}} 的团期已取消，客户未在期限内选择。订单已按规则取消，已付款项 {{paid}} 将全额退还：退款已转财务办理，并已函告客户。',
    html: '',
  },
  'group-guaranteed': {
    subject: '订单 {{orderNumber}} 已成团',
    text: '订单 {{orderNumber}} 的团期（{{departsOn}}出发）已成团，将如期出发。',
    html: '',
  },
  'payment-taken-back': {
    subject: '订单 {{orderNumber}} 的收款已冲销，请处理',
    text: '订单 {{orderNumber}} 的收款 {{amount}} 已被冲销，现尚欠 {{outstanding}}，应于{{dueOn}}前付清。请与客户联系。',
    html: '',
  },
};
