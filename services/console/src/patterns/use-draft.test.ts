import { afterEach, expect, test, vi } from 'vitest';
import { draftKey, draftText, draftValues, olderDraft } from './use-draft.ts';

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

test('what was emptied is empty in the draft too, and what was never filled in is not in it', () => {
  const begun = {
    amount: { amount: '100', currency: 'CNY' },
    details: { class: 'upscale' },
    note: '',
    rows: [1],
  };
  const values = {
    ...{ amount: undefined, details: { class: undefined, rooms: undefined }, note: '靠窗', from: null },
    ...{ productId: undefined, rows: [{ of: { amount: '100', currency: 'CNY' } }] },
  };
  // Strictly: a field that is left out is not the same as one that holds nothing.
  expect(draftValues(draftText(values, begun))).toStrictEqual({
    ...{ amount: undefined, details: { class: undefined }, note: '靠窗', from: null },
    rows: [{ of: { amount: '100', currency: 'CNY' } }],
  });
});

test('drafts that were kept before are read as they were', () => {
  expect(draftValues('{"note":"靠窗","rows":[1,null]}')).toEqual({ note: '靠窗', rows: [1, null] });
});

test('a file is not kept, and what is said of it is', () => {
  const values = { file: new File(['…'], 'lake.png'), alt: { zh: '西湖', en: 'The West Lake' } };
  expect(draftValues(draftText(values))).toStrictEqual({ alt: { zh: '西湖', en: 'The West Lake' } });
});
