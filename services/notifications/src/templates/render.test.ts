import { expect, it } from 'vitest';
import { sampleVariables } from './catalogue.ts';
import { render } from './render.ts';

const variables = { ...sampleVariables('order-approved', 'zh'), customerName: '<王&明>' };
const everywhere = (source: string) => render({ subject: source, text: source, html: source }, variables);

it('escapes the same words in HTML only, the first time and every other time', () => {
  const filled = { subject: '<王&明>', text: '<王&明>', html: '&lt;王&amp;明&gt;' };
  expect(everywhere('{{customerName}}')).toEqual(filled);
  expect(everywhere('{{customerName}}')).toEqual(filled);
});

it('fills each text by its own source, however many there have been', () => {
  const texts = Array.from({ length: 600 }, (_none, index) => `${index}`);
  for (const text of [...texts, ...texts])
    expect(everywhere(`${text} {{customerName}}`).text).toBe(`${text} <王&明>`);
});

it('says each time what a template asks for that is not there', () => {
  for (let time = 0; time < 2; time++) expect(() => everywhere('{{nobody}}')).toThrow('"nobody" not defined');
});
