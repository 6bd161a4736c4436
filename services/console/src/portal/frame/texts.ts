import { defineTexts } from '../../texts/define-texts.ts';

export const texts = defineTexts('portal', {
  skip: { zh: '跳到正文', en: 'Skip to the content' },
  navigation: { zh: '导航', en: 'Navigation' },
  discover: { zh: '发现', en: 'Discover' },
  guides: { zh: '攻略', en: 'Guides' },
  trips: { zh: '我的行程', en: 'My trips' },
  messages: { zh: '消息', en: 'Messages' },
  account: { zh: '我的', en: 'Me' },
  unread: { zh: '{{count}} 条未读', en: '{{count}} unread' },
  chooseDate: { zh: '请选择日期', en: 'Select date' },
  more: { zh: '显示更多', en: 'Show more' },
  signOut: { zh: '退出登录', en: 'Sign out' },
  notFound: { zh: '找不到此页面', en: 'There is no such page' },
  newHere: { zh: '还没有账户？', en: 'New here?' },
  register: { zh: '注册', en: 'Register' },
  offline: {
    zh: '网络已断开。已显示的内容仍可查看，恢复后会自动更新。',
    en: 'You are offline. What is shown stays, and is brought up to date once you are back.',
  },
});
