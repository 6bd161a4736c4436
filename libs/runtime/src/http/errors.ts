import { defineErrors } from '@yitu/kernel';

/** Refusals of the HTTP door itself. */
export const httpErrors = defineErrors('request', {
  invalid: {
    status: 400,
    zh: '请求有误，请检查所列字段。',
    en: 'The request is not valid; see the fields listed.',
  },
  malformedJson: { status: 400, zh: '请求体不是有效的 JSON。', en: 'The body is not valid JSON.' },
  malformed: { status: 400, zh: '请求格式有误。', en: 'The request is malformed.' },
  unsupportedMediaType: { status: 415, zh: '请使用 application/json。', en: 'Send application/json.' },
  formExpected: {
    status: 415,
    zh: '请使用 application/x-www-form-urlencoded。',
    en: 'Send application/x-www-form-urlencoded.',
  },
  fileExpected: { status: 415, zh: '请使用 {types}。', en: 'Send one of {types}.' },
  tooLarge: {
    status: 413,
    zh: '请求体过大，上限为 {limit} 字节。',
    en: 'The body is larger than {limit} bytes.',
  },
  noSuchRoute: { status: 404, zh: '没有这个地址。', en: 'There is nothing at this address.' },
  methodNotAllowed: {
    status: 405,
    zh: '此地址只接受 {allowed}。',
    en: 'This address accepts {allowed} only.',
  },
  ifMatchRequired: {
    status: 428,
    zh: '修改前请在 If-Match 中给出所读版本的 ETag。',
    en: 'Give the ETag of the version you read in If-Match.',
  },
  ifMatchMalformed: {
    status: 400,
    zh: 'If-Match 应为一个 ETag,例如 "3"。',
    en: 'If-Match must be one ETag such as "3".',
  },
  idempotencyKeyMalformed: {
    status: 400,
    zh: 'Idempotency-Key 应为 1 到 200 个可见字符。',
    en: 'Idempotency-Key must be 1 to 200 visible characters.',
  },
  internal: {
    status: 500,
    zh: '系统内部错误，请提供追踪编号联系我们。',
    en: 'Something went wrong on our side; tell us the trace id.',
  },
});
