import { describe, expect, it } from 'vitest';
import { ageOn, violationsOf, type Demand, type Person } from './decide.ts';

const person = (changes: Partial<Person> = {}): Person => ({
  ...{ birthDate: '1990-06-01', nationality: 'CN' },
  documents: [{ kind: 'passport', expiresOn: '2026-08-10' }],
  ...changes,
});
const demand = (changes: Partial<Demand> = {}): Demand => ({
  ...{ age: { from: 12, below: 0 }, departsOn: '2026-08-01' },
  ...{ documentsValidOn: '2026-08-10', destinationCountry: 'TH' },
  ...changes,
});

describe('the age on a date', () => {
  it.each([
    ['2024-08-01', '2026-07-31', 1],
    ['2024-08-01', '2026-08-01', 2],
    ['2024-02-29', '2026-02-28', 1],
    ['2024-02-29', '2026-03-01', 2],
    ['2024-02-29', '2028-02-29', 4],
  ])('of somebody born on %s is on %s %i', (birthDate, date, age) => {
    expect(ageOn(birthDate, date)).toBe(age);
  });
});

describe('a traveller', () => {
  it('who fits the category and has a document to the last day breaks no rule', () => {
    expect(violationsOf(person(), demand())).toEqual([]);
  });

  it.each([
    ['infant', { from: 0, below: 2 }, '2024-08-02', []],
    ['infant of two years', { from: 0, below: 2 }, '2024-08-01', ['too-old']],
    ['child of two years', { from: 2, below: 12 }, '2024-08-01', []],
    ['child on the day before', { from: 2, below: 12 }, '2024-08-02', ['too-young']],
    ['child of twelve', { from: 2, below: 12 }, '2014-08-01', ['too-old']],
    ['adult of eleven', { from: 12, below: 0 }, '2014-08-02', ['too-young']],
  ])('%s', (_what, age, birthDate, rules) => {
    expect(violationsOf(person({ birthDate }), demand({ age }))).toEqual(rules);
  });

  it.each<[string, Partial<Person>, Partial<Demand>, string[]]>([
    ['expires a day early', {}, { documentsValidOn: '2026-08-11' }, ['document-expires']],
    ['is of another kind', {}, { destinationCountry: 'HK' }, ['document-missing']],
    [
      'is there twice, one of them valid',
      {
        documents: [
          { kind: 'passport', expiresOn: '2020-01-01' },
          { kind: 'passport', expiresOn: '2030-01-01' },
        ],
      },
      {},
      [],
    ],
    ['has no date', { documents: [{ kind: 'passport', expiresOn: null }] }, {}, ['document-expires']],
    [
      'is the permit',
      { documents: [{ kind: 'taiwan-permit', expiresOn: '2027-01-01' }] },
      { destinationCountry: 'TW' },
      [],
    ],
    ['is not asked for at home', { documents: [] }, { documentsValidOn: undefined }, []],
    ['is a foreigner’s passport', { nationality: 'FR' }, { destinationCountry: 'HK' }, []],
  ])('whose document %s', (_what, changes, asked, rules) => {
    expect(violationsOf(person(changes), demand(asked))).toEqual(rules);
  });

  it('nobody knows is unknown', () => {
    expect(violationsOf(undefined, demand())).toEqual(['unknown']);
  });
});
