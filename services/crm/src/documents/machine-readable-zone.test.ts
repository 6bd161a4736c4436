import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readZone } from './machine-readable-zone.ts';

interface Case {
  id: string;
  lines: string[];
  expected: {
    format?: string;
    fields?: Record<string, string>;
    checks?: Record<string, boolean>;
    allCheckDigitsOk?: boolean;
    statesKnown?: boolean;
    accept?: boolean;
  };
}

const { cases } = JSON.parse(readFileSync(new URL('./fixtures/mrz_cases.json', import.meta.url), 'utf8')) as {
  cases: Case[];
};

const kindOf = ({ lines }: Case) => (lines[0]?.length === 44 ? 'passport' : 'other');
const read = (one: Case) => readZone('/body/mrz', kindOf(one), one.lines);
const rulesOf = (one: Case) => {
  const problems = read(one);
  return Array.isArray(problems) ? problems.map(({ rule }) => rule) : [];
};
const find = (id: string): Case => {
  const found = cases.find((one) => one.id === id);
  if (!found) throw new Error(`there is no case ${id}`);
  return found;
};

const isIcao = ({ expected }: Case) => expected.format === 'TD3' || expected.format === 'TD1';
const good = cases.filter((one) => isIcao(one) && one.expected.allCheckDigitsOk && one.expected.statesKnown);
const fictitious = cases.filter(
  (one) => isIcao(one) && one.expected.allCheckDigitsOk && one.expected.statesKnown === false,
);

describe('a machine-readable zone', () => {
  it.each(good)('$id is read', (one) => {
    const { fields = {} } = one.expected;
    expect(read(one)).toMatchObject({
      number: fields['documentNumber'],
      issuingCountry: fields['issuingState'],
      birthDate: fields['birthDate'],
      name: [fields['lastName'], fields['firstName']].filter(Boolean).join(' '),
    });
    const expires = fields['expirationDate'] ?? '';
    expect(read(one)).toMatchObject({
      expiresOn: `20${expires.slice(0, 2)}-${expires.slice(2, 4)}-${expires.slice(4)}`,
    });
  });

  it.each(fictitious)('$id of a country that is none is refused for that alone', (one) => {
    expect([...new Set(rulesOf(one))].toSorted()).toEqual(['mrz-issuing-state', 'mrz-nationality']);
  });

  it.each([
    ['td3-uto-bad-personal', ['mrz-personal-number-check-digit', 'mrz-composite-check-digit']],
    ['td3-bad-dob', ['mrz-birth-date']],
    ['td1-che-ocr', ['mrz-birth-date', 'mrz-birth-date-check-digit', 'mrz-last-name']],
    ['td3-uto-ocr', ['mrz-expiration-date', 'mrz-first-name']],
    ['mrva-uto', ['mrz-document-code']],
    ['err-4-lines', ['mrz-format']],
  ])('%s is refused with each field that is wrong', (id, rules) => {
    expect(rulesOf(find(id))).toEqual(expect.arrayContaining(rules));
  });

  it('names the line the wrong field stands in', () => {
    expect(read(find('td3-bad-dob'))).toContainEqual(
      expect.objectContaining({
        field: '/body/mrz/1',
        rule: 'mrz-birth-date',
        message: {
          zh: '机读区的出生日期有误',
          en: 'the birth date of the machine-readable zone is wrong',
        },
      }),
    );
  });

  it('of a card has three lines or two, of a passport two', () => {
    const card = find('td1-che');
    expect(readZone('/body/mrz', 'passport', card.lines)).toMatchObject([{ rule: 'mrz-format' }]);
    expect(readZone('/body/mrz', 'other', find('td3-can').lines)).toMatchObject([{ rule: 'mrz-format' }]);
    // The TD2 specimen of ICAO Doc 9303 part 6, of a real country: its composite check digit does not cover the state.
    const td2 = ['I<D<<ERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907D<<7408122F1204159<<<<<<<6'];
    expect(readZone('/body/mrz', 'other', td2)).toMatchObject({
      number: 'D23145890',
      issuingCountry: 'D',
      name: 'ERIKSSON ANNA MARIA',
    });
  });

  it.each(cases.filter((one) => rulesOf(one).length > 0))(
    '$id is not repeated in what is said about it',
    (one) => {
      const said = JSON.stringify(read(one));
      expect(one.lines.filter((line) => said.includes(line.slice(0, 12)))).toEqual([]);
    },
  );
});
