import type { Locale } from '@yitu/kernel';
import { errors } from '../errors.ts';
import { isInboxKey, sampleVariables } from './catalogue.ts';
import { contentParts, type Content, type ContentPart } from './content.ts';
import { parseTemplate, render } from './render.ts';
import { findMisuse, type Misuse } from './variables-used.ts';
import type { TemplateKey } from './variables.ts';

/**
 * Whether texts can be a template's: they compile, use nothing but its variables, and give a message with sample data.
 * @throws notifications/template-syntax, unknown-variable, not-allowed-in-template, html-missing, html-not-used
 */
export function checkContent(key: TemplateKey, locale: Locale, content: Content): void {
  if (isInboxKey(key) && content.html !== '') throw errors.htmlNotUsed();
  if (!isInboxKey(key) && content.html.trim() === '') throw errors.htmlMissing();
  const sample = sampleVariables(key, locale);
  for (const part of contentParts) {
    const misuse = findMisuse(parse(part, content[part]), sample);
    if (misuse) throw refusal(part, misuse, Object.keys(sample));
  }
  render(content, sample);
}

function parse(part: ContentPart, source: string): hbs.AST.Program {
  try {
    return parseTemplate(source);
  } catch (cause) {
    const [, line = '1'] = /on line (\d+)|- (\d+):/.exec(cause instanceof Error ? cause.message : '') ?? [];
    const message = { zh: `第 ${line} 行有语法错误`, en: `has a syntax error in line ${line}` };
    throw errors.templateSyntax(
      { line },
      { cause, fields: [{ field: `/body/${part}`, rule: 'syntax', message }] },
    );
  }
}

function refusal(part: ContentPart, { kind, what }: Misuse, known: readonly string[]) {
  const field = `/body/${part}`;
  if (kind === 'unknown') {
    const message = { zh: `没有变量“${what}”`, en: `has no variable ${what}` };
    return errors.unknownVariable(
      { variable: what, known: known.join(', ') },
      { fields: [{ field, rule: 'known-variable', message }] },
    );
  }
  const message = { zh: `不能使用“${what}”`, en: `may not use ${what}` };
  return errors.notAllowedInTemplate(
    { construct: what },
    { fields: [{ field, rule: 'allowed-construct', message }] },
  );
}
