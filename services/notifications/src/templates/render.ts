import Handlebars from 'handlebars';
import type { Content } from './content.ts';
import type { Variables } from './variables.ts';

// Its own instance: nothing registered elsewhere can be reached from a template.
const handlebars = Handlebars.create();

/** The parsed form of a template. @throws handlebars' own error on bad syntax */
export const parseTemplate = (source: string): hbs.AST.Program => handlebars.parse(source);

/**
 * Fills a template's texts. HTML is escaped, subject and text are not; a subject is one line whatever the variables hold.
 * @throws when the template uses something the variables don't have
 */
export function render(content: Content, variables: Variables): Content {
  return {
    subject: fill(content.subject, variables, true).replaceAll(/\s+/g, ' ').trim(),
    text: fill(content.text, variables, true),
    html: fill(content.html, variables, false),
  };
}

const fill = (source: string, variables: Variables, noEscape: boolean): string =>
  handlebars.compile<Variables>(source, { strict: true, knownHelpersOnly: true, noEscape })(variables);
