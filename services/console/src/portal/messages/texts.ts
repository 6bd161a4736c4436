import { defineTexts } from '../../texts/define-texts.ts';

export const texts = defineTexts('portal-messages', {
  title: { zh: '消息', en: 'Messages' },
  lead: {
    zh: '重要通知同时发送到您的邮箱 {{email}}。',
    en: 'Important messages also go to your e-mail address, {{email}}.',
  },
  unread: { zh: '未读', en: 'Unread' },
  emptyTitle: { zh: '没有消息', en: 'No messages' },
  emptyWhy: {
    zh: '订单审核、付款和出行的通知会显示在这里并发到邮箱。',
    en: 'News of your orders, payments and trips appears here and in your mail.',
  },
  toOrders: { zh: '查看我的行程', en: 'See my trips' },
  more: { zh: '更早的消息', en: 'Earlier messages' },
});
