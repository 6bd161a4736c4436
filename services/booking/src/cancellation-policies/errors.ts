import { defineErrors } from '@yitu/kernel';

export const policyErrors = defineErrors('booking', {
  scaleIncomplete: {
    status: 422,
    zh: '扣费标准不完整。',
    en: 'The scale is not complete.',
  },
  scaleFalls: {
    status: 422,
    zh: '越临近出发，比例不得降低。',
    en: 'The share must not fall as the departure comes nearer.',
  },
});
