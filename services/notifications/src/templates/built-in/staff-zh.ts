import type { Content } from '../content.ts';
import { facts, letter, paragraph } from './letter.ts';

/** Messages to staff about security incidents and training in Chinese. */
export const toStaffZh: Readonly<
  Record<'incident-alert' | 'incident-notice' | 'certificate-expiring', Content>
> = {
  'incident-alert': letter({
    subject: '安全事件（{{severity}}）：{{kind}}',
    heading: '安全事件',
    greeting: '{{name}}，您好！',
    body: [
      paragraph('有一起安全事件需要您关注。'),
      facts('：')(['类型', '{{kind}}'], ['等级', '{{severity}}']),
      paragraph('{{#if title}}{{title}}{{/if}}'),
    ],
    contact: '请登录系统查看。本邮件不含链接，任何人都不会因此向您索要密码。',
  }),
  'incident-notice': {
    subject: '安全事件（{{severity}}）：{{kind}}',
    text: '有一起安全事件需要您关注：{{kind}}，等级：{{severity}}。',
    html: '',
  },
  'certificate-expiring': {
    subject: '您的“{{course}}”证书将于{{validUntil}}到期',
    text: '您的“{{course}}”课程证书有效期至{{validUntil}}，请在此之前重新参加考核。',
    html: '',
  },
};
