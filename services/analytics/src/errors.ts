import { defineErrors } from '@yitu/kernel';

export const errors = defineErrors('analytics', {
  periodReversed: {
    status: 422,
    zh: '结束日期不能早于开始日期。',
    en: 'The period ends before it begins.',
  },
  periodTooLong: {
    status: 422,
    zh: '期间最长为 {days} 天。',
    en: 'A period has {days} days at most.',
  },
  rebuildUnderWay: {
    status: 409,
    zh: '本旅行社的分析数据正在重建；同一时间只能重建一次，请待其完成。',
    en: "The agency's read models are being rebuilt; one rebuild runs at a time, wait for its end.",
  },
  busUnavailable: {
    status: 503,
    zh: '暂时无法读取事件流，请稍后重试。',
    en: 'The stream of events cannot be read at the moment; try again shortly.',
  },
});
