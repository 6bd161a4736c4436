import { defineErrors } from '@yitu/kernel';

export const quotationErrors = defineErrors('booking', {
  quotationContents: { status: 422, zh: '报价内容不正确。', en: 'What the quotation holds does not fit.' },
  quotationState: {
    status: 409,
    zh: '报价当前状态为“{state}”，不能执行此操作。',
    en: 'This cannot be done to a quotation that is {state}.',
  },
  quotationOver: {
    status: 409,
    zh: '报价有效期至 {date}，已过期。',
    en: 'The quotation was valid until {date}.',
  },
  belowCostNeedsApproval: {
    status: 409,
    zh: '报价低于成本，须经他人批准后才能发送。',
    en: 'The quotation is below cost: somebody else must approve that before it is sent.',
  },
  discountNeedsApproval: {
    status: 409,
    zh: '成本未经协议价证实的项目优惠了 {taken}%，超过 {limit}% 的限额，须经他人批准后才能发送。',
    en: '{taken} % is taken off lines whose cost no net rate proves, {limit} % may be: somebody else must approve that before it is sent.',
  },
  notBelowCost: {
    status: 409,
    zh: '该报价不低于成本，优惠也未超过限额，无需批准。',
    en: 'The quotation is neither below cost nor over the limit for discounts: nothing needs an approval.',
  },
  quotedWithoutDeparture: {
    status: 409,
    zh: '报价没有对应的团期，不能转为订单。',
    en: 'The quotation has no departure: it cannot become an order.',
  },
});
