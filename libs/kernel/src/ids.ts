import { randomUUIDv7 } from 'node:crypto';

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A new id: UUID version 7 (RFC 9562), so that ids of one table grow with time and its index stays dense. */
export const newId = (): string => randomUUIDv7();

/** Whether a text is a UUID in the canonical form (any version). */
export const isId = (text: string): boolean => pattern.test(text);
