import { defineErrors } from '@yitu/kernel';

export const importErrors = defineErrors('booking', {
  productCodeTaken: { status: 409, zh: '该产品编号已被使用。', en: 'This product code is taken.' },
});
