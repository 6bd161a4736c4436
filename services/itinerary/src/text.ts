import { Type } from 'typebox';

/**
 * One line of text that says something: no control characters, not blank. The pattern takes time in proportion to the text's length, whatever
 * somebody sends.
 */
export const line = (maxLength: number) =>
  Type.String({ minLength: 1, maxLength, pattern: '^[ \\u3000]*[^\\s\\p{Cc}][^\\p{Cc}]*$' });

/** Text of several lines, empty where nothing is to be said; of control characters only line breaks and tabs. */
export const paragraphs = (maxLength: number) =>
  Type.String({ maxLength, pattern: '^[\\P{Cc}\\n\\r\\t]*$', default: '' });
