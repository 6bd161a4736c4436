import { defineErrors } from '@yitu/kernel';

export const importErrors = defineErrors('booking', {
  operatingBranch: {
    status: 422,
    zh: '该行填写的操作分支不可用。',
    en: 'The operating branch of the row cannot be taken.',
  },
  productCodeTaken: { status: 409, zh: '该产品编号已被使用。', en: 'This product code is taken.' },
});
