import { afterEach, expect, test, vi } from 'vitest';
import { draftKey, olderDraft } from './use-draft.ts';

/** What a tab keeps, as far as drafts ask: its entries are its own keys. */
const keep = (...keys: string[]) =>
  vi.stubGlobal('sessionStorage', Object.fromEntries(keys.map((key) => [key, '{}'])));

afterEach(() => vi.unstubAllGlobals());

test('a draft made on the version that is shown is no older one', () => {
  keep(draftKey('role-guide', 3));
  expect(olderDraft('role-guide', 3)).toBeUndefined();
});

test('a draft made before others changed the record is found as an older one', () => {
  keep(draftKey('role-guide', 3));
  expect(olderDraft('role-guide', 4)).toBe(draftKey('role-guide', 3));
});

test('drafts of other records and of forms without a version are not taken for it', () => {
  keep(draftKey('role-guide-2', 3), draftKey('role-guide'));
  expect(olderDraft('role-guide', 4)).toBeUndefined();
});
