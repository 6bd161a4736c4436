import { defineTexts } from '../../texts/define-texts.ts';

export const texts = defineTexts('requests', {
  title: { zh: '客户需求', en: 'Requests' },
  one: { zh: '需求详情', en: 'Request' },
  purpose: { zh: '出行目的', en: 'Purpose of the trip' },
  purposeHint: {
    zh: '例如：带父母去海边过春节，五天左右',
    en: 'For example: a week by the sea with the parents over the holidays',
  },
  preferences: { zh: '偏好', en: 'Preferences' },
  specialNeeds: { zh: '特殊要求', en: 'Special needs' },
  budget: { zh: '预算', en: 'Budget' },
  customer: { zh: '客户', en: 'Customer' },
  branch: { zh: '分支', en: 'Branch' },
  takenBy: { zh: '登记人', en: 'Taken by' },
  takenAt: { zh: '登记时间', en: 'Taken' },
  take: { zh: '登记需求', en: 'New request' },
  taken: { zh: '需求已登记', en: 'Request taken' },
  required: { zh: '请填写此项', en: 'Please fill this in' },
  toDesk: { zh: '去报价与下单', en: 'Quote or order' },
});
