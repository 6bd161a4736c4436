import { defineErrors } from '@yitu/kernel';

export const incidentErrors = defineErrors('identity', {
  noSuchUser: { status: 422, zh: '没有这名在职员工。', en: 'There is no such active member of staff.' },
  incidentOpenAlready: {
    status: 409,
    zh: '已有同类的未结事件涉及相同人员，请在该事件中继续处理。',
    en: 'An incident of this kind about the same person is still open; go on with that one.',
  },
  incidentWrongState: {
    status: 409,
    zh: '事件当前状态为“{state}”，不能执行此操作。',
    en: 'The incident is {state}; this cannot be done now.',
  },
  notIsolatingYourself: {
    status: 409,
    zh: '不能隔离自己的账号，请由其他人处理。',
    en: 'You cannot isolate your own account; somebody else has to.',
  },
  alreadySuspended: { status: 409, zh: '该账号已被停用。', en: 'This account is suspended already.' },
  isolationLifted: { status: 409, zh: '该隔离已经解除。', en: 'This isolation has been lifted already.' },
});
