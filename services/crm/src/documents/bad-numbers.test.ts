import { DomainError } from '@yitu/kernel';
import { describe, expect, it } from 'vitest';
import type { Holder } from './holder-problems.ts';
import { settleDocument, type DocumentEntry } from './settle-document.ts';

const now = Temporal.Instant.from('2026-05-01T04:00:00Z');
const holder: Holder = { birthDate: '1991-01-01', latinName: null, sex: null };

const problemsOf = (entry: DocumentEntry, of = holder) => {
  try {
    settleDocument(entry, of, now);
  } catch (error) {
    if (error instanceof DomainError) return error.fields;
    throw error;
  }
  return [];
};
const rulesOf = (entry: DocumentEntry, of = holder) =>
  problemsOf(entry, of).map(({ field, rule }) => `${field} ${rule}`);
const card = (number: string, birthDate = '1991-01-01') =>
  rulesOf({ kind: 'identity-card', number }, { ...holder, birthDate });

/** ISO 7064 MOD 11-2, so that only the rule in question is broken. */
function withCheck(first: string): string {
  const sum = Array.from(first).reduce((total, digit) => (total + Number(digit)) * 2, 0);
  return first + '10X98765432'.charAt(sum % 11);
}

describe('a number as people type it', () => {
  it.each([
    ['full-width digits', '１１０１０２１９９１０１０１００７８', '1991-01-01'],
    ['blanks of both widths', ' 110102　19910101 0078 ', '1991-01-01'],
    ['hyphens', '110102-19910101-0078', '1991-01-01'],
    ['a small x', '44040119580101000x', '1958-01-01'],
    ['a full-width x', '44040119580101000ｘ', '1958-01-01'],
    ['a leap day', withCheck('11010220000229001'), '2000-02-29'],
  ])('is taken with %s', (_what, number, birthDate) => {
    expect(card(number, birthDate)).toEqual([]);
  });
});

describe('a wrong number', () => {
  it.each([
    ['a check character that does not fit', '110102199101010079', 'resident-number-checksum'],
    ['an x that does not fit', '11010219910101007X', 'resident-number-checksum'],
    ['fifteen digits', '110102910101007', 'resident-number-of-15-digits'],
    ['fifteen full-width digits', '１１０１０２９１０１０１００７', 'resident-number-of-15-digits'],
    ['seventeen digits', '11010219910101007', 'resident-number'],
    ['nineteen digits', '1101021991010100781', 'resident-number'],
    ['a letter among the digits', '11010219910101O078', 'resident-number'],
    ['an x in the middle', '1101021991010X0078', 'resident-number'],
    ['Chinese numerals', '一一〇一〇二一九九一〇一〇一〇〇七八', 'resident-number'],
    ['a region that is none', withCheck('99010219910101007'), 'resident-number-region'],
    ['30 February', withCheck('11010219910230007'), 'resident-number-birth-date'],
    ['29 February of no leap year', withCheck('11010219910229007'), 'resident-number-birth-date'],
    ['29 February of 1900', withCheck('11010219000229007'), 'resident-number-birth-date'],
    ['31 April', withCheck('11010219910431007'), 'resident-number-birth-date'],
    ['a thirteenth month', withCheck('11010219911301007'), 'resident-number-birth-date'],
    ['no month', withCheck('11010219910001007'), 'resident-number-birth-date'],
    ['no day', withCheck('11010219910100007'), 'resident-number-birth-date'],
    ['a day to come', withCheck('11010220260503007'), 'resident-number-birth-date'],
    ['a century to come', withCheck('11010229910101007'), 'resident-number-birth-date'],
    ['a century long ago', withCheck('11010217910101007'), 'resident-number-birth-date'],
  ])('with %s is refused for that', (_what, number, rule) => {
    expect(card(number)).toEqual([`/body/number ${rule}`]);
  });

  it.each([
    ['passport', 'E1234', 'passport-number'],
    ['passport', 'Ｅ１２３', 'passport-number'],
    ['hong-kong-macau-permit', 'X12345678', 'hong-kong-macau-permit-number'],
    ['mainland-travel-permit', 'H1234567', 'mainland-travel-permit-number'],
    ['taiwan-permit', 'T1234567O', 'taiwan-permit-number'],
  ] as const)('of a %s (%s) is refused by the rule of its kind', (kind, number, rule) => {
    expect(rulesOf({ kind, number, issuingCountry: 'CHN' })).toEqual([`/body/number ${rule}`]);
  });
});

describe('a machine-readable zone', () => {
  const first = 'P<CANMARTIN<<SARAH<<<<<<<<<<<<<<<<<<<<<<<<<<';
  const second = 'ZE000509<9CAN8501019F2301147<<<<<<<<<<<<<<08';
  const put = (at: number, text: string) => second.slice(0, at) + text + second.slice(at + text.length);
  /** Another date with its own check digit. */
  const dated = (at: number, date: string) => {
    const sum = Array.from(date).reduce(
      (total, digit, place) => total + Number(digit) * ([7, 3, 1][place % 3] ?? 0),
      0,
    );
    return put(at, `${date}${sum % 10}`);
  };
  const sarah = { ...holder, birthDate: '1985-01-01' };

  it('is taken in small letters', () => {
    expect(rulesOf({ kind: 'passport', mrz: [first.toLowerCase(), second.toLowerCase()] }, sarah)).toEqual(
      [],
    );
  });

  it.each([
    ['its number', put(9, '8'), 'mrz-document-number-check-digit'],
    ['its birth date', put(19, '8'), 'mrz-birth-date-check-digit'],
    ['its expiry date', put(27, '8'), 'mrz-expiration-date-check-digit'],
    ['its personal number', put(42, '5'), 'mrz-personal-number-check-digit'],
    ['the whole', put(43, '1'), 'mrz-composite-check-digit'],
    ['a birth date of 30 February', dated(13, '850230'), 'mrz-birth-date'],
    ['an expiry on 31 April', dated(21, '230431'), 'mrz-expiration-date'],
    ['an expiry in month 13', put(21, '231301'), 'mrz-expiration-date'],
    ['a sex that is none', put(20, 'Q'), 'mrz-sex'],
  ])('with a wrong check of %s is refused for that', (_what, line, rule) => {
    const found = problemsOf({ kind: 'passport', mrz: [first, line] }, sarah);
    expect(found).toContainEqual(expect.objectContaining({ field: '/body/mrz/1', rule }));
    for (const { message } of found) expect([message.zh, message.en]).not.toContain('');
  });
});
