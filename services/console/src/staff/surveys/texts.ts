import { defineTexts } from '../../texts/define-texts.ts';

export const texts = defineTexts('surveys', {
  title: { zh: '满意度调查', en: 'Satisfaction surveys' },
  order: { zh: '订单', en: 'Order' },
  customer: { zh: '客户', en: 'Customer' },
  branch: { zh: '分支', en: 'Branch' },
  sentAt: { zh: '发送时间', en: 'Sent' },
  validUntil: { zh: '有效至', en: 'Can be answered until' },
  answeredAt: { zh: '回答时间', en: 'Answered' },
  notAnswered: { zh: '未回答', en: 'Not answered' },
  attitude: { zh: '服务态度', en: 'Attitude' },
  efficiency: { zh: '办事效率', en: 'Efficiency' },
  quality: { zh: '服务质量', en: 'Quality' },
  price: { zh: '价格', en: 'Price' },
  afterSales: { zh: '售后', en: 'After-sales' },
  nps: { zh: '推荐意愿', en: 'Would recommend' },
  outOf: { zh: '{{rating}} / {{of}}', en: '{{rating}} / {{of}}' },
  comment: { zh: '意见', en: 'Comment' },
  send: { zh: '再次发送', en: 'Send again' },
  sendWhy: {
    zh: '向客户再发一次调查链接；之前的链接失效。',
    en: 'The customer gets a new link; the one before stops working.',
  },
  sent: { zh: '调查已发送', en: 'Survey sent' },
});
