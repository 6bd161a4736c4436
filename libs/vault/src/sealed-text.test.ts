import { newId } from '@yitu/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newKey } from './cipher.ts';
import { SealBroken } from './errors.ts';
import { keyVersionOf, openText, sealText, type Place, type Subject } from './sealed-text.ts';

const subject: Subject = { schema: 'crm', agencyId: newId(), personId: newId() };
const place: Place = { table: 'traveller_documents', row: newId(), field: 'number' };
const dataKey = { version: 3, key: newKey() };
const keys = new Map([
  [2, newKey()],
  [3, dataKey.key],
]);
const seal = (text: string) => sealText(subject, place, dataKey, text);
const open = (sealed: string) => openText(subject, place, keys, sealed);

describe('a sealed text', () => {
  it('opens to what was sealed, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        expect(open(seal(text))).toBe(text);
      }),
    );
  });

  it('shows nothing of the text and never looks the same twice', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-Z]{8,20}$/), (text) => {
        const sealed = seal(text);
        expect(sealed).toMatch(/^v1\.3\.[\w-]+$/);
        expect(Buffer.from(sealed.split('.')[2] ?? '', 'base64url').includes(text)).toBe(false);
        expect(seal(text)).not.toBe(sealed);
      }),
    );
  });

  it('is refused when any one bit of it is flipped', () => {
    const sealed = seal('110101199003071234');
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.integer({ min: 0, max: 6 }), (at, bit) => {
        const flipped = String.fromCharCode(sealed.charCodeAt(at) ^ (1 << bit));
        expect(() => open(sealed.slice(0, at) + flipped + sealed.slice(at + 1))).toThrow(SealBroken);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is refused when it was cut anywhere, or has more', () => {
    const sealed = seal('110101199003071234');
    for (let length = 0; length < sealed.length; length++)
      expect(() => open(sealed.slice(0, length))).toThrow(SealBroken);
    expect(() => open(`${sealed}A`)).toThrow(SealBroken);
    expect(() => open(`${sealed}.`)).toThrow(SealBroken);
  });

  it.each([
    ['another agency', { ...subject, agencyId: newId() }, place],
    ['another person', { ...subject, personId: newId() }, place],
    ['another service', { ...subject, schema: 'identity' }, place],
    ['another table', subject, { ...place, table: 'bank_accounts' }],
    ['another row', subject, { ...place, row: newId() }],
    ['another field', subject, { ...place, field: 'mrz' }],
  ])('is refused in %s, although the key is the same', (_name, elsewhere, there) => {
    const sealed = seal('110101199003071234');
    expect(() => openText(elsewhere, there, keys, sealed)).toThrow(/not authentic here/);
  });

  it('is refused with the name of the key version when the key is gone, or is another one', () => {
    const sealed = seal('110101199003071234');
    expect(() => openText(subject, place, new Map(), sealed)).toThrow('no data key of version 3');
    expect(() => open(sealed.replace('v1.3.', 'v1.2.'))).toThrow(/not authentic here/);
    const same = new Map([[2, dataKey.key]]);
    expect(() => openText(subject, place, same, sealed.replace('v1.3.', 'v1.2.'))).toThrow(/not authentic/);
  });

  it.each(['', 'plain text', 'v2.3.AAAA', 'v1.0.AAAA', 'v1.03.AAAA', 'v1.3.', 'v1.3.====', 'V1.3.AAAA'])(
    'is not %j',
    (text) => {
      expect(() => open(text)).toThrow(SealBroken);
      expect(() => open(text)).not.toThrow(text === '' ? /\d{5}/ : text);
    },
  );

  it('says which key version sealed it', () => {
    expect(keyVersionOf(seal('x'))).toBe(3);
  });
});
