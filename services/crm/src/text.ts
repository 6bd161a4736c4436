import { Type, type TString } from 'typebox';

/**
 * One line of text that says something: not blank, no control characters, no halves of characters (the database takes neither). The pattern takes
 * time in proportion to the text's length, whatever somebody sends.
 */
export const line = (maxLength: number) =>
  Type.String({
    minLength: 1,
    maxLength,
    pattern: '^[ \\u3000]*[^\\s\\p{Cc}\\p{Cs}][^\\p{Cc}\\p{Cs}]*$',
  });

/** Text of several lines; of control characters only line breaks and tabs. */
export const paragraphs = (maxLength: number) =>
  Type.String({
    minLength: 1,
    maxLength,
    pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\p{Cs}]*$',
  });

/** The same text, or null where a field can be emptied. A union would answer every mistake with "must be null" too. */
export const orNull = (schema: TString) =>
  Type.Unsafe<string | null>({ ...schema, type: ['string', 'null'] });

/** The text as it is kept: composed characters, no blanks around it. */
const tidy = (text: string): string => text.normalize('NFC').trim();

/** JSON with every text in it as it is kept. */
export const tidyAll = <Json>(json: Json): Json =>
  JSON.parse(JSON.stringify(json), (_key, value: unknown) =>
    typeof value === 'string' ? tidy(value) : value,
  ) as Json; // only texts are replaced, by texts
