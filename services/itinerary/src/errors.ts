import { defineErrors } from '@yitu/kernel';

export const errors = defineErrors('itinerary', {
  noSuchCustomer: { status: 422, zh: '没有这位客户。', en: 'There is no such customer.' },
  noSuchDeparture: { status: 422, zh: '没有这个团期。', en: 'There is no such departure.' },
  noSuchOrder: { status: 422, zh: '没有这个订单。', en: 'There is no such order.' },
  noSuchGuide: { status: 422, zh: '没有这位导游。', en: 'There is no such guide.' },
  noSuchTraveller: {
    status: 422,
    zh: '该订单中没有这位出行人。',
    en: 'The order has no such traveller.',
  },
  departureCancelled: { status: 409, zh: '该团期已取消。', en: 'The departure is cancelled.' },
  planExists: {
    status: 409,
    zh: '该团期已有行程计划，请修订原计划。',
    en: 'The departure has a plan already; revise that one.',
  },
  planDaysMisfit: {
    status: 422,
    zh: '行程计划共 {planned} 天，团期共 {wanted} 天。',
    en: 'The plan has {planned} days, the departure has {wanted}.',
  },
  planInvalid: {
    status: 422,
    zh: '行程计划有误，请检查所列字段。',
    en: 'The plan is not valid; see the fields listed.',
  },
  orderNotApproved: {
    status: 409,
    zh: '订单须已审核通过并且有效；当前状态：{state}。',
    en: 'It takes an approved order; this one is {state}.',
  },
  liveContract: {
    status: 409,
    zh: '该订单已有有效合同。',
    en: 'The order has a contract already.',
  },
  supersedesOther: {
    status: 422,
    zh: '被取代的合同不属于该订单。',
    en: 'The contract to supersede belongs to another order.',
  },
  contractState: {
    status: 409,
    zh: '合同当前状态为“{state}”，不能执行此操作。',
    en: 'This cannot be done to a contract that is {state}.',
  },
  contractSigned: { status: 409, zh: '合同已经签署。', en: 'The contract has been signed already.' },
  contractSuperseded: {
    status: 409,
    zh: '该合同已被取代或失效，请联系旅行社。',
    en: 'The contract has been replaced or is void; ask the agency.',
  },
  contractAltered: {
    status: 409,
    zh: '合同文本与生成时不一致，不能签署，请联系旅行社。',
    en: 'The text of the contract is not the one that was generated; it cannot be signed. Ask the agency.',
  },
  notConfirmed: {
    status: 409,
    zh: '订单当前状态为“{state}”，尚未确认或已取消，没有行程确认书。',
    en: 'There is no confirmation of an order that is {state}.',
  },
  planOfOtherDeparture: {
    status: 422,
    zh: '该行程计划不属于此订单的团期。',
    en: 'The plan is of another departure than the order.',
  },
  proposalOpen: {
    status: 409,
    zh: '该订单刚刚收到另一份行程，请稍后重试。',
    en: 'Another plan was just sent for this order; try again.',
  },
  proposalAnswered: {
    status: 409,
    zh: '该行程已答复（{state}），不能再次答复。',
    en: 'This plan has been answered already ({state}).',
  },
  proposalSuperseded: {
    status: 409,
    zh: '行程已有更新，此版本不能再接受，请等候新版本。',
    en: 'The plan has been revised since: this version can no longer be answered; you will get the new one.',
  },
  sheetExists: {
    status: 409,
    zh: '该团期已有计调单。',
    en: 'The departure has an operations sheet already.',
  },
  sheetState: {
    status: 409,
    zh: '计调单当前状态为“{state}”，不能执行此操作。',
    en: 'This cannot be done to an operations sheet that is {state}.',
  },
  deadlineOutOfRange: {
    status: 422,
    zh: '确认期限须在今天（{today}）至出发日（{departsOn}）之间。',
    en: 'The deadline must lie between today ({today}) and the departure ({departsOn}).',
  },
  reservationConfirmed: {
    status: 409,
    zh: '该预订已确认。',
    en: 'The reservation has been confirmed already.',
  },
  notAGuide: { status: 422, zh: '该员工不是在职导游。', en: 'This member of staff is not an active guide.' },
  guideTaken: {
    status: 409,
    zh: '该导游在这段日期已有带团任务。',
    en: 'The guide has another group on these dates.',
  },
  guideDates: {
    status: 422,
    zh: '带团日期须先后有序，且与团期（{departsOn} 至 {returnsOn}）有重合。',
    en: "The guide's dates must be in order and meet the trip ({departsOn} to {returnsOn}).",
  },
  documentNotSeen: {
    status: 422,
    zh: '须核验出行人证件后方可登记。',
    en: 'Nobody is checked in whose document has not been seen.',
  },
  orderNotConfirmed: {
    status: 409,
    zh: '该订单不是本团期已确认的订单，不能登记。',
    en: 'The order is not a confirmed order of this departure.',
  },
  checkInClosed: {
    status: 409,
    zh: '只能在 {from} 至 {until} 之间登记。',
    en: 'Travellers are checked in from {from} to {until}.',
  },
  alreadyCheckedIn: { status: 409, zh: '该出行人已登记。', en: 'The traveller has been checked in already.' },
  tripNotOver: {
    status: 409,
    zh: '行程于 {returnsOn} 结束，在此之前不能结团。',
    en: 'The trip lasts until {returnsOn}; it cannot be ended before.',
  },
  nobodyCheckedIn: { status: 409, zh: '尚无出行人登记。', en: 'Nobody has been checked in.' },
  tripNotEnded: { status: 409, zh: '行程尚未结束。', en: 'The trip has not ended.' },
  archiveFileClosed: { status: 409, zh: '业务档案已关闭。', en: 'The archive file is closed already.' },
  archiveFileIncomplete: {
    status: 409,
    zh: '业务档案缺少：{missing}。请补齐，或在 acknowledgeMissing 中准确列出全部缺项并说明原因。',
    en: 'The archive file lacks: {missing}. Supply them, or acknowledge exactly these with a reason.',
  },
});
