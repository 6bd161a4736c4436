import { defineTexts } from '../../texts/define-texts.ts';

export const texts = defineTexts('group-rules', {
  title: { zh: '成团规则', en: 'Minimum groups' },
  why: {
    zh: '到了以下日期，系统按已确认人数判断团期是否成团：达到最低成团人数即确定成团；未达到则标记为成团待定，最后一个日期仍未达到时按下列方式处理。',
    en: 'On these days each departure is looked at: with enough confirmed seats it takes place; below its minimum it is at risk, and on the last of the days this follows.',
  },
  days: { zh: '判断日期', en: 'Looked at' },
  daysBefore: { zh: '出发前 {{days}} 天', en: '{{days}} days before' },
  noDays: { zh: '不自动判断', en: 'Never: people decide' },
  belowMinimum: { zh: '最后一天仍未成团', en: 'Below the minimum on the last day' },
  below: { zh: '仍未成团', en: 'Below minimum' },
  'at-risk': { zh: '保留团期，由人决定', en: 'It stays at risk, and a person decides' },
  cancel: { zh: '自动取消团期', en: 'It is cancelled' },
  change: { zh: '修改规则', en: 'Edit the rules' },
  changed: { zh: '成团规则已保存', en: 'Rules saved' },
  daysField: { zh: '出发前天数', en: 'Days before departure' },
  daysHint: {
    zh: '输入天数后按 Enter，最多 10 个；只影响今后新增的团期。',
    en: 'Type a number, then Enter; up to 10. They count for departures scheduled from now on.',
  },
  daysWrong: { zh: '请填写 1 至 365 的整数，不重复', en: 'Whole numbers from 1 to 365, each once' },
  belowHint: {
    zh: '以判断当天有效的规则为准，对已有团期同样生效。',
    en: 'What is in force on that day counts, for departures that exist as well.',
  },
  required: { zh: '请填写此项', en: 'Please fill this in' },
  choosing: { zh: '取消后的选择期限', en: 'Choosing after a call-off' },
  choosingWhy: {
    zh: '团期取消后，客户可在期限内选择改团、延期或退款；逾期未选择的，订单自动取消并全额退款。',
    en: 'Customers of a called-off departure choose a transfer, a postponement or a refund. Whoever has not chosen in time is refunded in full.',
  },
  choiceDays: { zh: '选择期限', en: 'Time to choose' },
  daysLong: { zh: '{{days}} 天', en: '{{days}} days' },
  dayUnit: { zh: '天', en: 'days' },
  choiceHint: {
    zh: '自取消之日起计算，最迟至出发前一天；只影响今后取消的团期。',
    en: 'From the day it is called off, and at most until the day before it was to leave. It counts for departures called off from now on.',
  },
  version: { zh: '版本', en: 'Version' },
});
