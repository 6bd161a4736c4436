import { defineErrors } from '@yitu/kernel';

export const legalTextErrors = defineErrors('identity', {
  legalTextsNotCurrent: {
    status: 422,
    zh: '请阅读并同意现行的服务条款和隐私政策。',
    en: 'Accept the terms and the privacy policy that are in force now.',
  },
  noLegalTexts: {
    status: 404,
    zh: '该机构暂未开放自助注册。',
    en: 'The agency is not open for registration.',
  },
  validBeforeToday: {
    status: 422,
    zh: '生效日期不能早于今天。',
    en: 'A text cannot be in force from a day that is past.',
  },
  legalTextKnown: {
    status: 409,
    zh: '已有此版本，或当日已有另一版本生效。',
    en: 'There is such a version already, or another one from that day on.',
  },
});
