import { defineErrors } from '@yitu/kernel';

export const errors = defineErrors('crm', {
  notValid: {
    status: 422,
    zh: '资料有误，请检查所列字段。',
    en: 'Some fields are not valid; see the fields listed.',
  },
  possibleDuplicate: {
    status: 409,
    zh: '可能与已有客户重复（{ids}）。确认不是同一客户后，请带上 confirmDuplicate 再提交。',
    en: 'This may be a customer you have already ({ids}). If it is somebody else, send it again with confirmDuplicate.',
  },
  noSuchOwner: {
    status: 422,
    zh: '负责人必须是您权限范围内的在职员工。',
    en: 'The owner must be an active member of staff within your reach.',
  },
  travellerKnown: {
    status: 409,
    zh: '该客户名下已有同名且出生日期相同的出行人。',
    en: 'The customer already has a traveller of this name and birth date.',
  },
  documentKnown: {
    status: 409,
    zh: '该出行人名下已有此证件。',
    en: 'The traveller has this document already.',
  },
  bankAccountKnown: {
    status: 409,
    zh: '该客户名下已有此银行账户。',
    en: 'The customer has this bank account already.',
  },
  noOwnCustomer: {
    status: 409,
    zh: '您的账户尚未关联客户资料，请稍后重试或联系门店。',
    en: 'There is no customer of yours yet; try again shortly or ask the agency.',
  },
  surveyAnswered: {
    status: 409,
    zh: '问卷已填写，感谢您的反馈。',
    en: 'This questionnaire has been answered already.',
  },
});
