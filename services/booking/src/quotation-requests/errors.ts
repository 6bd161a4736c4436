import { defineErrors } from '@yitu/kernel';

export const askingErrors = defineErrors('booking', {
  requestContents: { status: 422, zh: '询价内容不正确。', en: 'What is asked for does not fit.' },
  requestState: {
    status: 409,
    zh: '询价当前状态为“{state}”，不能执行此操作。',
    en: 'This cannot be done to a request for a quotation that is {state}.',
  },
  tooManyRequests: {
    status: 409,
    zh: '您已有 {open} 个待答复的询价，最多可同时提出 {limit} 个。',
    en: 'You wait for {open} quotations; {limit} can be asked for at once.',
  },
});
