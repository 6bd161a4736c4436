import { defineErrors } from '@yitu/kernel';

export const errors = defineErrors('notifications', {
  templateSyntax: {
    status: 422,
    zh: '模板第 {line} 行有语法错误。',
    en: 'The template has a syntax error in line {line}.',
  },
  unknownVariable: {
    status: 422,
    zh: '该模板没有变量“{variable}”，可用的变量有：{known}。',
    en: 'This template has no variable {variable}; it has: {known}.',
  },
  notAllowedInTemplate: {
    status: 422,
    zh: '模板中不能使用“{construct}”。',
    en: '{construct} may not be used in a template.',
  },
  htmlMissing: {
    status: 422,
    zh: '邮件模板需要 HTML 正文。',
    en: 'A template of an e-mail needs an HTML body.',
  },
  htmlNotUsed: {
    status: 422,
    zh: '站内消息没有 HTML 正文，请留空。',
    en: 'Inbox messages have no HTML body; leave it empty.',
  },
  nothingToWatch: {
    status: 400,
    zh: '请检查要订阅的内容。',
    en: 'Not everything that was named can be watched.',
  },
  tooManyStreams: {
    status: 429,
    zh: '同时打开的页面过多，请关闭一些后重试。',
    en: 'Too many pages are open at once; close some and try again.',
  },
  wrongState: {
    status: 409,
    zh: '该消息的状态为“{state}”，只有发送失败的消息可以重发。',
    en: 'Only messages that have failed can be sent again; this one is {state}.',
  },
  orderNotKnownHere: {
    status: 503,
    zh: '订单资料尚未同步。',
    en: 'The order is not known here yet.',
  },
  noAddress: { status: 422, zh: '该客户没有邮箱地址。', en: 'The customer has no e-mail address.' },
  mailUnreachable: {
    status: 503,
    zh: '邮件服务器暂时无法访问。',
    en: 'The mail server cannot be reached at the moment.',
  },
  mailDeferred: {
    status: 503,
    zh: '邮件服务器暂缓接收。',
    en: 'The mail server does not take the message for now.',
  },
  mailRefused: { status: 422, zh: '邮件服务器拒收。', en: 'The mail server refuses the message.' },
  answerMissing: {
    status: 503,
    zh: '暂时无法向其他服务查询。',
    en: 'Another service could not be asked.',
  },
});
