import { createHash } from 'node:crypto';

/** SHA-256 of a text in UTF-8, hexadecimal: what was agreed, in 64 characters. */
export const contentHash = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
