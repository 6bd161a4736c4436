import { defineErrors } from '@yitu/kernel';

export const supplierErrors = defineErrors('booking', {
  noSuchSupplier: { status: 422, zh: '没有这个供应商。', en: 'There is no such supplier.' },
  supplierState: {
    status: 409,
    zh: '供应商当前状态为“{state}”，不能执行此操作。',
    en: 'This cannot be done to a supplier that is {state}.',
  },
  supplierBlocked: {
    status: 409,
    zh: '该供应商已停用，不能再采购。',
    en: 'The supplier is blocked; nothing new is bought there.',
  },
  supplierContractOver: {
    status: 409,
    zh: '该供应商的合同于 {date} 到期，之后的协议价不能使用。',
    en: 'The contract with the supplier ends on {date}; its net rates are not for days after it.',
  },
  ratesOverlap: {
    status: 409,
    zh: '该服务在这些日期已有协议价。',
    en: 'The service has a net rate on some of these days.',
  },
  rateDatesReversed: { status: 422, zh: '结束日期早于开始日期。', en: 'The rate ends before it begins.' },
  noNetRate: {
    status: 422,
    zh: '供应商没有“{service}”在 {date} 的协议价。',
    en: 'The supplier has no net rate for {service} on {date}.',
  },
  netRateDoesNotFit: {
    status: 422,
    zh: '该协议价不能用于此项目。',
    en: 'The net rate cannot be used for this line.',
  },
  ratedAlready: {
    status: 409,
    zh: '您已对该团期的此供应商评分。',
    en: 'You have rated the supplier for this departure.',
  },
  notTravelledYet: {
    status: 409,
    zh: '行程于 {date} 结束，从当天起才能评分。',
    en: 'The trip ends on {date}; it can be rated from that day on.',
  },
  contactUnreachable: {
    status: 422,
    zh: '联系人至少要有电话或邮箱之一，且电话须有效。',
    en: 'A contact needs a phone or an e-mail address, and the phone must be one.',
  },
});
