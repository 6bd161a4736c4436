import { defineErrors } from '@yitu/kernel';

export const supplierLossErrors = defineErrors('booking', {
  lostExceedsCost: {
    status: 422,
    zh: '损失金额不能多于成本。',
    en: 'What is lost cannot be more than the cost.',
  },
});
