import type { Content } from '../content.ts';
import type { TemplateKey } from '../variables.ts';
import { aboutAccountsZh } from './accounts-zh.ts';
import { toAuthorsZh } from './authors-zh.ts';
import { groupsZh } from './groups-zh.ts';
import { paymentsZh } from './payments-zh.ts';
import { toStaffZh } from './staff-zh.ts';
import { button, facts, letter, paragraph, points, schedule } from './letter.ts';

const greeting = '{{customerName}}，您好！';
const contact =
  '如有疑问，请联系{{contactName}}{{#if contactEmail}}（{{contactEmail}}）{{/if}}，或直接与我们的门市联系。';
const table = facts('：');
const trip = [
  ['行程', '{{productName}}'],
  ['出发', '{{departsOn}}'],
  ['返回', '{{returnsOn}}'],
] as const;

/** The built-in first versions in Chinese. */
export const zh: Readonly<Record<TemplateKey, Content>> = {
  'order-approved': letter({
    subject: '订单 {{orderNumber}} 已审核通过，请按期付款',
    heading: '订单已审核通过',
    greeting,
    body: [
      paragraph('您的订单 {{orderNumber}} 已审核通过，总价 {{total}}。请按以下安排付款：'),
      schedule('{{name}} {{amount}}，{{dueOn}}前（含当日）', '{{dueOn}}前（含当日）'),
      paragraph('您的名额为您保留至首个付款日结束。首笔款项到账后，我们将向您发送行程确认书。'),
    ],
    contact,
  }),
  'order-confirmed': letter({
    subject: '行程确认书：{{productName}}（{{orderNumber}}）',
    heading: '行程确认书',
    greeting,
    body: [
      paragraph('您的款项已收到，行程已确认。感谢您的信任！'),
      table(['订单号', '{{orderNumber}}'], ...trip, ['占座人数', '{{seats}}'], ['总价', '{{total}}']),
      paragraph('出行须知'),
      points(
        '请核对所有出行人的姓名与证件，证件有效期应覆盖整个行程。',
        '出发前一周，我们会再次提醒您集合与准备事项。',
        '如需变更或取消，请尽早告知，费用按合同约定计算。',
      ),
    ],
    contact,
  }),
  'contract-to-sign': letter({
    subject: '请签署旅游合同 {{contractNumber}}',
    heading: '请签署旅游合同',
    greeting,
    body: [
      paragraph('订单 {{orderNumber}} 的旅游合同 {{contractNumber}} 已备好，请阅读全文后在线签署。'),
      button('阅读并签署合同'),
      paragraph('链接有效期至 {{linkExpiresAt}}，仅供您本人使用，请勿转发。'),
    ],
    contact,
  }),
  'plan-to-accept': letter({
    subject: '请确认订单 {{orderNumber}} 的行程',
    heading: '请确认您的行程',
    greeting,
    body: [
      paragraph('订单 {{orderNumber}} 的行程已安排好，请逐日阅读，确认无误或告诉我们需要修改之处。'),
      button('阅读并确认行程'),
      paragraph('链接有效期至 {{linkExpiresAt}}，仅供您本人使用，请勿转发。'),
    ],
    contact,
  }),
  'departure-reminder': letter({
    subject: '出行提醒：{{productName}}将于{{departsOn}}出发',
    heading: '一周后出发',
    greeting,
    body: [
      paragraph('您的行程即将开始，请查看以下信息并做好准备。'),
      table(['订单号', '{{orderNumber}}'], ...trip),
      points(
        '请携带所有出行人的有效证件原件，与报名时一致。',
        '请留意目的地天气，备好常用药品。',
        '出发当日请预留充足时间前往集合地点。',
      ),
    ],
    contact:
      '如有疑问或临时变化，请立即联系{{contactName}}{{#if contactEmail}}（{{contactEmail}}）{{/if}}。祝您旅途愉快！',
  }),
  survey: letter({
    subject: '欢迎回来，请评价您的旅程',
    heading: '您的旅程如何？',
    greeting,
    body: [
      paragraph('感谢您与我们同行。请用两分钟告诉我们哪里做得好、哪里可以更好，每一条意见我们都会认真处理。'),
      button('填写问卷'),
      paragraph('问卷截止日期：{{validUntil}}。'),
    ],
    contact,
  }),
  'invoice-issued': letter({
    subject: '发票 {{invoiceNumber}} 已开具',
    heading: '发票已开具',
    greeting,
    body: [
      paragraph('订单 {{orderNumber}} 的发票已开具。'),
      table(['发票号码', '{{invoiceNumber}}'], ['金额', '{{amount}}']),
    ],
    contact,
  }),
  ...aboutAccountsZh,
  ...toStaffZh,
  ...paymentsZh,
  ...groupsZh,
  ...toAuthorsZh,
  'order-placed': {
    subject: '订单 {{orderNumber}} 待审核',
    text: '订单 {{orderNumber}}（{{seats}} 个名额，{{total}}）等待审核。',
    html: '',
  },
  'order-returned': {
    subject: '订单 {{orderNumber}} 已退回',
    text: '订单 {{orderNumber}} 被审核人退回，请查看原因、修改后重新提交。',
    html: '',
  },
};
