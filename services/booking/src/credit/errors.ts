import { defineErrors } from '@yitu/kernel';

export const creditErrors = defineErrors('booking', {
  creditExceeded: {
    status: 409,
    zh: '超出分支的信用额度：本单 {total}，剩余额度 {left}。',
    en: 'Beyond the credit limit of the branch: the order comes to {total}, {left} is left.',
  },
  creditLimitState: {
    status: 409,
    zh: '该信用额度已批准。',
    en: 'The credit limit has been approved already.',
  },
});
