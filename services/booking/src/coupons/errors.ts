import { defineErrors } from '@yitu/kernel';

export const couponErrors = defineErrors('booking', {
  couponDoesNotApply: {
    status: 422,
    zh: '优惠券“{code}”不能使用。',
    en: 'The coupon {code} cannot be used for this.',
  },
  couponsUsedUp: {
    status: 409,
    zh: '优惠券“{code}”已被用完、已超过该客户的使用次数或活动已结束。',
    en: 'The coupon {code} is used up, used too often by this customer, or its campaign has ended.',
  },
  couponCodeTaken: { status: 409, zh: '优惠码已被使用。', en: 'A code is taken.' },
  couponFigures: { status: 422, zh: '优惠活动的数值不正确。', en: 'The figures of the campaign do not fit.' },
  campaignEnded: { status: 409, zh: '该优惠活动已结束。', en: 'The campaign has ended.' },
});
