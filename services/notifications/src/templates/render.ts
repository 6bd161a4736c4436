import Handlebars from 'handlebars';
import type { Content } from './content.ts';
import type { Variables } from './variables.ts';

type Fill = (variables: Variables) => string;

// Its own instance: nothing registered elsewhere can be reached from a template.
const handlebars = Handlebars.create();

/** Compiled texts by source, raw ones apart from escaped ones. Compiling takes far longer than filling, and an inbox fills the same few for each row. */
const compiled = { raw: new Map<string, Fill>(), escaped: new Map<string, Fill>() };
const compiledAtMost = 250;

/** The parsed form of a template. @throws handlebars' own error on bad syntax */
export const parseTemplate = (source: string): hbs.AST.Program => handlebars.parse(source);

/**
 * Fills a template's texts. HTML is escaped, subject and text are not; a subject is one line whatever the variables hold.
 * @throws when the template uses something the variables don't have
 */
export function render(content: Content, variables: Variables): Content {
  return {
    subject: compile(content.subject, 'raw')(variables).replaceAll(/\s+/g, ' ').trim(),
    text: compile(content.text, 'raw')(variables),
    html: compile(content.html, 'escaped')(variables),
  };
}

function compile(source: string, kind: keyof typeof compiled): Fill {
  const known = compiled[kind].get(source);
  if (known !== undefined) return known;
  const options = { strict: true, knownHelpersOnly: true, noEscape: kind === 'raw' };
  const fill: Fill = handlebars.compile<Variables>(source, options);
  // Drafts fill it up with what nobody asks for again; what is in use is soon back.
  if (compiled[kind].size >= compiledAtMost) compiled[kind].clear();
  compiled[kind].set(source, fill);
  return fill;
}
