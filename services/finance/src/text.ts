import { Type } from 'typebox';

/**
 * Something to be seen, and no control characters, line breaks or halves of characters; or nothing at all, which `minLength` speaks about. Takes time
 * in proportion to the text's length, whatever somebody sends.
 */
const pattern = '^(?:[ \\u3000]*[^\\s\\p{Cc}\\p{Cs}][^\\p{Cc}\\p{Cs}]*)?$';

interface LineOptions {
  readonly minLength?: number;
  readonly description?: string;
}

/** One line of text that says something: it is printed on invoices and vouchers. @param maxLength characters */
export const line = (maxLength: number, options: LineOptions = {}) =>
  Type.String({ minLength: 1, maxLength, pattern, ...options });

/** The same, empty where nothing is to be said. */
export const optionalLine = (maxLength: number, options: Pick<LineOptions, 'description'> = {}) =>
  Type.String({ maxLength, pattern, default: '', ...options });
