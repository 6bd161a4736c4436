import { DomainError } from '@yitu/kernel';
import { describe, expect, it } from 'vitest';
import type { Holder } from './holder-problems.ts';
import { settleDocument, type DocumentEntry } from './settle-document.ts';

const now = Temporal.Instant.from('2026-05-01T04:00:00Z');
const holder: Holder = { birthDate: '1991-01-01', latinName: 'ZHANG XIAOMING', sex: 'male' };
const sarah: Holder = { birthDate: '1985-01-01', latinName: 'Martin Sarah', sex: 'female' };
const canadian = [
  'P<CANMARTIN<<SARAH<<<<<<<<<<<<<<<<<<<<<<<<<<',
  'ZE000509<9CAN8501019F2301147<<<<<<<<<<<<<<08',
];

const settle = (entry: DocumentEntry, of = holder) => settleDocument(entry, of, now);
const problemsOf = (entry: DocumentEntry, of = holder): string[] => {
  try {
    settle(entry, of);
  } catch (error) {
    if (error instanceof DomainError) return error.fields.map(({ field, rule }) => `${field} ${rule}`);
    throw error;
  }
  return [];
};

describe('a resident identity card', () => {
  it('gives birth date and sex, is Chinese, and is kept without blanks', () => {
    expect(settle({ kind: 'identity-card', number: ' 110102 19910101 0078 ' })).toEqual({
      kind: 'identity-card',
      number: '110102199101010078',
      mrz: null,
      issuingCountry: 'CHN',
      sex: 'male',
      issuedOn: null,
      expiresOn: null,
    });
    expect(
      settle(
        { kind: 'identity-card', number: '44040119580101000x' },
        { ...holder, birthDate: '1958-01-01', sex: null },
      ),
    ).toMatchObject({
      number: '44040119580101000X',
      sex: 'female',
    });
  });

  it("is refused when it is not the traveller's", () => {
    const number = '110102199101010078';
    expect(problemsOf({ kind: 'identity-card', number }, { ...holder, birthDate: '1991-01-02' })).toEqual([
      '/body/number birth-date-differs',
    ]);
    expect(problemsOf({ kind: 'identity-card', number }, { ...holder, sex: 'female' })).toEqual([
      '/body/number sex-differs',
    ]);
    expect(problemsOf({ kind: 'identity-card', number }, { ...holder, sex: null })).toEqual([]);
  });
});

describe('a passport', () => {
  it('is read from its zone alone', () => {
    expect(settle({ kind: 'passport', mrz: canadian }, sarah)).toEqual({
      kind: 'passport',
      number: 'ZE000509',
      mrz: canadian,
      issuingCountry: 'CAN',
      sex: 'female',
      issuedOn: null,
      expiresOn: '2023-01-14',
    });
  });

  it('is refused where what was typed differs from its zone', () => {
    const typed = { number: 'ZE000508', expiresOn: '2023-01-15', issuingCountry: 'USA' };
    expect(problemsOf({ kind: 'passport', mrz: canadian, ...typed }, sarah)).toEqual([
      '/body/number differs-from-mrz',
      '/body/expiresOn differs-from-mrz',
      '/body/issuingCountry differs-from-mrz',
    ]);
  });

  it("is refused when it is somebody else's", () => {
    expect(problemsOf({ kind: 'passport', mrz: canadian }, { ...holder, birthDate: '1991-01-01' })).toEqual([
      '/body/mrz name-differs',
      '/body/mrz birth-date-differs',
      '/body/mrz sex-differs',
    ]);
  });

  it('needs its country, and a number as that country gives out', () => {
    expect(problemsOf({ kind: 'passport', number: 'E12345678' })).toEqual(['/body/issuingCountry required']);
    expect(problemsOf({ kind: 'passport', number: 'E12345678', issuingCountry: 'CHN' })).toEqual([]);
    expect(problemsOf({ kind: 'passport', number: 'EA1234567', issuingCountry: 'CHN' })).toEqual([]);
    expect(problemsOf({ kind: 'passport', number: 'E1234567', issuingCountry: 'CHN' })).toEqual([
      '/body/number passport-number',
    ]);
    expect(problemsOf({ kind: 'passport', number: 'E12345678', issuingCountry: 'XYZ' })).toEqual([
      '/body/issuingCountry country',
    ]);
  });
});

describe('a permit', () => {
  it.each([
    ['mainland-travel-permit', ['H12345678', 'M1234567801', '12345678'], ['A12345678', 'H1234567']],
    ['hong-kong-macau-permit', ['C12345678', 'CA1234567', 'W12345678'], ['T12345678', 'C1234567']],
    ['taiwan-permit', ['L12345678', 'T12345678'], ['C12345678', 'L123456789']],
  ] as const)('%s has numbers of its own form', (kind, right, wrong) => {
    for (const number of right) expect(problemsOf({ kind, number })).toEqual([]);
    for (const number of wrong) expect(problemsOf({ kind, number })).toEqual([`/body/number ${kind}-number`]);
  });
});

describe('any document', () => {
  it('has a number or a zone', () => {
    expect(problemsOf({ kind: 'other' })).toEqual(['/body/number required']);
  });

  it('was issued in the past and expires later', () => {
    const dated = { kind: 'other', number: 'A1234567' } as const;
    expect(problemsOf({ ...dated, issuedOn: '2027-01-01' })).toEqual(['/body/issuedOn past']);
    expect(problemsOf({ ...dated, issuedOn: '2020-01-01', expiresOn: '2019-12-31' })).toEqual([
      '/body/expiresOn after-issue',
    ]);
    expect(problemsOf({ ...dated, issuedOn: '2020-01-01', expiresOn: '2030-01-01' })).toEqual([]);
  });
});
