import type { Content } from '../content.ts';
import { facts, letter, paragraph } from './letter.ts';

/** Messages to staff about security incidents and training in English. */
export const toStaffEn: Readonly<
  Record<'incident-alert' | 'incident-notice' | 'certificate-expiring', Content>
> = {
  'incident-alert': letter({
    subject: 'Security incident ({{severity}}): {{kind}}',
    heading: 'Security incident',
    greeting: 'Dear {{name}},',
    body: [
      paragraph('a security incident needs your attention.'),
      facts(': ')(['Kind', '{{kind}}'], ['Severity', '{{severity}}']),
      paragraph('{{#if title}}{{title}}{{/if}}'),
    ],
    contact:
      'Sign in to see it; this letter has no link, and nobody will ask you for your password because of it.',
  }),
  'incident-notice': {
    subject: 'Security incident ({{severity}}): {{kind}}',
    text: 'A security incident needs your attention: {{kind}}, severity {{severity}}.',
    html: '',
  },
  'certificate-expiring': {
    subject: 'Your certificate “{{course}}” is valid until {{validUntil}}',
    text: 'Your certificate of the course “{{course}}” is valid until {{validUntil}}. Please take the assessment again before that day.',
    html: '',
  },
};
