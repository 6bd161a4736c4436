import type { OrderDetail } from '../../api/gen/booking.ts';
import { localText } from '../../format/names.ts';
import type { Tone } from '../../patterns/state-tag.tsx';
import { defineTexts } from '../../texts/define-texts.ts';

/** Who travels, and what else has a price of its own. */
export const categories = defineTexts('price-categories', {
  adult: { zh: '成人', en: 'Adult' },
  'child-with-bed': { zh: '儿童（占床）', en: 'Child with bed' },
  'child-without-bed': { zh: '儿童（不占床）', en: 'Child without bed' },
  infant: { zh: '婴儿', en: 'Infant' },
  'single-supplement': { zh: '单房差', en: 'Single supplement' },
  'quoted-extras': { zh: '报价附加项目', en: 'Quoted extras' },
});

type NamedLine = Pick<OrderDetail['lines'][number], 'category'> &
  Partial<Pick<OrderDetail['lines'][number], 'place' | 'text'>>;

/** What a line of an order is for; what was quoted beside has words of its own. */
export const lineWord = ({ category, text }: NamedLine): string =>
  text ? localText(text) : categories.word(category);

/** Tells the lines of an order apart. */
export const lineKey = ({ category, place = 0 }: NamedLine): string =>
  place === 0 ? category : `${category} ${place}`;

/** Those who travel, in the order in which they are asked for. */
export const travellerCategories = ['adult', 'child-with-bed', 'child-without-bed', 'infant'] as const;
export type TravellerCategory = (typeof travellerCategories)[number];
export const priceCategories = [...travellerCategories, 'single-supplement'] as const;
export type PriceCategory = (typeof priceCategories)[number];

export const channels = defineTexts('channels', {
  '*': { zh: '全部渠道', en: 'All channels' },
  counter: { zh: '柜台', en: 'Counter' },
  portal: { zh: '官网', en: 'Portal' },
  agent: { zh: '代理', en: 'Agent' },
});

export const customerCategories = defineTexts('customer-categories', {
  '*': { zh: '所有客户', en: 'Everybody' },
  prospect: { zh: '潜在客户', en: 'Prospect' },
  regular: { zh: '普通客户', en: 'Regular' },
  important: { zh: '重要客户', en: 'Important' },
  key: { zh: '重点客户', en: 'Key' },
});

export const orderStates = defineTexts('order-states', {
  'in-review': { zh: '待审核', en: 'In review' },
  returned: { zh: '已退回', en: 'Returned' },
  'awaiting-payment': { zh: '待付款', en: 'Awaiting payment' },
  confirmed: { zh: '已确认', en: 'Confirmed' },
  travelling: { zh: '出行中', en: 'Travelling' },
  completed: { zh: '已完成', en: 'Completed' },
  settled: { zh: '已结算', en: 'Settled' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  expired: { zh: '已过期', en: 'Expired' },
});

export const dueStates = defineTexts('due-states', {
  paid: { zh: '已付清', en: 'Paid' },
  'partly-paid': { zh: '部分付款', en: 'Partly paid' },
  open: { zh: '未付', en: 'Open' },
  overdue: { zh: '已逾期', en: 'Overdue' },
  lapsed: { zh: '不再应付', en: 'No longer due' },
});

export const departureStates = defineTexts('departure-states', {
  open: { zh: '收客中', en: 'Open' },
  guaranteed: { zh: '已成团', en: 'Guaranteed' },
  closed: { zh: '停止收客', en: 'Closed' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  undecided: { zh: '未定', en: 'Undecided' },
  'at-risk': { zh: '成团待定', en: 'At risk' },
});

export const quotationStates = defineTexts('quotation-states', {
  draft: { zh: '草稿', en: 'Draft' },
  sent: { zh: '已发出', en: 'Sent' },
  accepted: { zh: '客户已接受', en: 'Accepted' },
  ordered: { zh: '已下单', en: 'Ordered' },
  declined: { zh: '客户已拒绝', en: 'Declined' },
  expired: { zh: '已过期', en: 'Expired' },
});

export const productStates = defineTexts('product-states', {
  draft: { zh: '草稿', en: 'Draft' },
  published: { zh: '已上架', en: 'Published' },
  withdrawn: { zh: '已下架', en: 'Withdrawn' },
});

/** What the state of any of these means for whoever works with it. */
const tones: Readonly<Record<string, Tone>> = {
  'in-review': 'waiting',
  returned: 'bad',
  'awaiting-payment': 'waiting',
  confirmed: 'good',
  travelling: 'going',
  completed: 'good',
  settled: 'over',
  cancelled: 'over',
  expired: 'over',
  paid: 'good',
  'partly-paid': 'waiting',
  overdue: 'bad',
  open: 'going',
  guaranteed: 'good',
  closed: 'bad',
  'at-risk': 'bad',
  undecided: 'over',
  draft: 'over',
  sent: 'going',
  accepted: 'good',
  ordered: 'good',
  declined: 'bad',
  published: 'good',
  withdrawn: 'over',
  waiting: 'waiting',
  offered: 'going',
  lapsed: 'over',
  left: 'over',
  ended: 'over',
};

export const toneOf = (state: string): Tone => tones[state] ?? 'over';
