import { DomainError } from '@yitu/kernel';
import { describe, expect, it } from 'vitest';
import { locales, sampleVariables, templateKeys } from './catalogue.ts';
import { checkContent } from './check-content.ts';
import type { Content } from './content.ts';
import { render } from './render.ts';
import { builtIn } from './template.ts';
import type { TemplateKey, Variables } from './variables.ts';
import { wordingOf } from './wording.ts';

const content = (changes: Partial<Content> = {}): Content => ({
  subject: '{{orderNumber}}',
  text: '{{customerName}}',
  html: '<p>{{customerName}}</p>',
  ...changes,
});

function refused(changes: Partial<Content>, key: TemplateKey = 'order-approved') {
  try {
    checkContent(key, 'zh', content(changes));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return [error.code, error.status, error.fields[0]?.field, error.texts.en];
  }
  return 'accepted';
}

/** Something of the sample that the message must say: its link, a number or date of 2027, what kind of thing it is about, or else who writes. */
const markOf = ({ link, orderNumber, validUntil, from, kind, agencyName, productName }: Variables) =>
  link ??
  ([orderNumber, validUntil, from].some((one) => one !== undefined)
    ? '2027'
    : (kind ?? agencyName ?? productName));

describe('the built-in templates', () => {
  it.each(templateKeys.flatMap((key) => locales.map((locale) => [key, locale] as const)))(
    'are good templates: %s in %s',
    (key, locale) => {
      checkContent(key, locale, builtIn(key, locale));
      const variables = sampleVariables(key, locale);
      const { subject, text, html } = render(builtIn(key, locale), variables);
      expect(subject + text + html).not.toMatch(/\{\{|undefined|\[object|NaN/);
      expect(`${subject}${text}`).toContain(markOf(variables));
    },
  );

  it('are written in Chinese and English', () => {
    const text = (locale: 'zh' | 'en') =>
      render(builtIn('order-approved', locale), sampleVariables('order-approved', locale)).text;
    expect(text('zh')).toContain('定金 ¥774.00，2027年3月4日前（含当日）');
    expect(text('en')).toContain('Deposit: CN¥774.00, by 4 March 2027');
  });
});

describe('a template', () => {
  it('may use its variables, lists, conditions and words around them', () => {
    const text =
      '{{#each schedule as |due|}}{{@index}} {{due.name}} {{amount}} {{../customerName}}{{#unless @last}}, {{/unless}}{{else}}-{{/each}}' +
      '{{#if contactEmail}}{{contactEmail}}{{else if contactName}}{{contactName}}{{/if}}{{! a remark }}';
    expect(refused({ text })).toBe('accepted');
  });

  it.each([
    ['{{customerNam}}', 'customerNam'],
    ['{{#each schedule}}{{customerName}}{{/each}}', 'customerName'],
    ['{{#each schedule}}{{../../total}}{{/each}}', '../../total'],
    ['{{#if paid}}x{{/if}}', 'paid'],
    ['{{#if total}}{{else}}{{paid}}{{/if}}', 'paid'],
    ['{{#each schedule as |due|}}{{due.paid}}{{/each}}', 'due.paid'],
    ['{{@root.total}}', '@root.total'],
    ['{{constructor}}', 'constructor'],
    ['{{customerName.length}}', 'customerName.length'],
    ['{{schedule.0.name}}', 'schedule.0.name'],
  ])('is refused when it names what it does not have: %s', (text, variable) => {
    const [code, status, field, message] = refused({ text });
    expect([code, status, field]).toEqual(['notifications/unknown-variable', 422, '/body/text']);
    expect(message).toContain(`no variable ${variable}; it has: customerName,`);
  });

  it.each([
    '{{{customerName}}}',
    '{{&customerName}}',
    '{{> letterhead}}',
    '{{lookup schedule "0"}}',
    '{{log customerName}}',
    '{{#schedule}}{{/schedule}}',
    '{{#with schedule}}{{/with}}',
    '{{#each customerName}}{{/each}}',
    '{{schedule}}',
    '{{"total"}}',
    '{{#if (lookup schedule 0)}}{{/if}}',
    [0, 1, 2, 3, 4].map((outer) => `{{#each ${'../'.repeat(outer)}schedule}}`).join('') +
      '{{/each}}'.repeat(5),
  ])('is refused when it does more than letters need: %s', (html) => {
    const [code, status, field] = refused({ html });
    expect([code, status, field]).toEqual(['notifications/not-allowed-in-template', 422, '/body/html']);
  });

  it('is refused with the line where its syntax breaks', () => {
    const [code, status, field, message] = refused({ text: 'Dear\n{{customerName}\n' });
    expect([code, status, field]).toEqual(['notifications/template-syntax', 422, '/body/text']);
    expect(message).toContain('line 2');
  });

  it('has HTML when it is a letter, and none when it is for the inbox', () => {
    expect(refused({ html: ' ' })).toContain('notifications/html-missing');
    expect(refused({ text: '{{orderNumber}}' }, 'order-returned')).toContain('notifications/html-not-used');
  });
});

describe('a message', () => {
  it('escapes what people are called in HTML, not in plain text', () => {
    const variables = { customerName: '<b>"A&B"</b>', orderNumber: 'X\r\nBcc: all@example.com' };
    const message = render(content(), variables);
    expect(message.html).toBe('<p>&lt;b&gt;&quot;A&amp;B&quot;&lt;/b&gt;</p>');
    expect(message.text).toBe('<b>"A&B"</b>');
    expect(message.subject).toBe('X Bcc: all@example.com');
  });

  it('writes amounts with every digit and the digits their currency has', () => {
    const { money } = wordingOf('en');
    expect(money({ amount: '900719925474099301', currency: 'CNY' })).toBe('CN¥9,007,199,254,740,993.01');
    expect(money({ amount: '1500', currency: 'JPY' })).toBe('JP¥1,500');
    expect(money({ amount: '-5', currency: 'EUR' })).toBe('-€0.05');
    expect(wordingOf('zh').money({ amount: '5', currency: 'USD' })).toBe('US$0.05');
  });

  it('writes dates and moments as people there do', () => {
    const [zh, en] = [wordingOf('zh'), wordingOf('en')];
    expect([zh.date('2027-05-01'), en.date('2027-05-01')]).toEqual(['2027年5月1日', '1 May 2027']);
    expect(zh.moment('2027-05-01T17:30:00Z', 'Asia/Shanghai')).toBe('2027年5月2日 01:30');
    expect(en.moment('2027-05-01T17:30:00Z', 'Asia/Shanghai')).toBe('2 May 2027 at 01:30');
  });
});
