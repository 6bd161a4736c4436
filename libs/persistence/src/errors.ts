import { defineErrors } from '@yitu/kernel';

/** Refusals every service can give, whatever it owns. */
export const requestErrors = defineErrors('request', {
  notFound: { status: 404, zh: '找不到该记录。', en: 'There is no such record.' },
  staleVersion: {
    status: 412,
    zh: '记录已被他人修改（当前版本 {current}）,请刷新后重试。',
    en: 'The record has changed since you read it (it is now at version {current}); read it again.',
  },
  idempotencyKeyReused: {
    status: 422,
    zh: '该 Idempotency-Key 已用于另一个请求。',
    en: 'This Idempotency-Key was used with another request.',
  },
  messageBeyondRepair: {
    status: 409,
    zh: '该消息不是有效的事件，无法重放。',
    en: 'This message is no event at all; it cannot be replayed.',
  },
  earlierMessageWaits: {
    status: 409,
    zh: '同一对象有更早的消息尚未处理，请先重放更早的消息。',
    en: 'An earlier message about the same object has not been processed; replay that one first.',
  },
  receivedOtherwise: {
    status: 409,
    zh: '收件箱中已有使用该编号的另一条消息，或该对象正被其他消息不断更新。',
    en: 'The inbox has the id of another message, or others keep moving what this one is about.',
  },
  unstorableText: {
    status: 400,
    zh: '文本含有无法保存的字符。',
    en: 'A text contains a character that cannot be stored.',
  },
  outOfReach: {
    status: 403,
    zh: '这超出了您权限的范围（本人、分支或全社）。',
    en: 'This is beyond the reach of your permission (own, branch or agency).',
  },
  busy: { status: 503, zh: '系统繁忙，请稍后重试。', en: 'The system is busy; try again shortly.' },
});
