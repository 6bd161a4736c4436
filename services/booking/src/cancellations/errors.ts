import { defineErrors } from '@yitu/kernel';

export const cancellationErrors = defineErrors('booking', {
  departureCalledOff: {
    status: 409,
    zh: '该团期已由旅行社取消，客户不承担业务损失费，请登记客户的选择。',
    en: 'The agency has cancelled the departure: the customer owes nothing; record what they choose.',
  },
  saidByStaff: {
    status: 403,
    zh: '通知到达时间和实际损失由旅行社登记。',
    en: 'When a notice arrived and what was really lost is for the agency to say.',
  },
  tripNotBegun: {
    status: 409,
    zh: '行程尚未开始（{date} 出发）。',
    en: 'The trip has not begun; it departs on {date}.',
  },
  tripOver: { status: 409, zh: '行程已于 {date} 结束。', en: 'The trip was over on {date}.' },
  someHaveArrived: {
    status: 409,
    zh: '该订单已有出行人报到，请逐人登记未到场。',
    en: 'Some travellers of this order have checked in; record who has not.',
  },
  noSuchPart: {
    status: 422,
    zh: '该订单没有这部分内容。',
    en: 'The order has no such part.',
  },
  costNotCharged: {
    status: 422,
    zh: '旅行社解除合同时不填写实际损失；不可抗力按已登记且有凭证的供应商损失计算。',
    en: 'Where the agency cancels, no cost is given: in force majeure it is what noted losses prove.',
  },
  costDecided: {
    status: 409,
    zh: '没有待审核的实际损失。',
    en: 'There is no proven cost that waits for approval.',
  },
});
