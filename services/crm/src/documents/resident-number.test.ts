import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readResidentNumber, regionOf } from './resident-number.ts';

interface Case {
  id: string;
  value: string;
  length: number;
  valid: boolean;
  formatOk: boolean;
  birth?: string | null;
  gender?: 'M' | 'F';
  checksumOk?: boolean;
  dateOk?: boolean;
  region?: string;
  reason?: string;
}

const { cases } = JSON.parse(
  readFileSync(new URL('./fixtures/cn_resident_id_cases.json', import.meta.url), 'utf8'),
) as { cases: Case[] };
const read = (number: string) => readResidentNumber('/body/number', number);

describe('a resident number', () => {
  it.each(cases.filter(({ valid, length }) => valid && length === 18))('$id is taken', (one) => {
    expect(read(one.value)).toMatchObject({
      birthDate: one.birth,
      sex: one.gender === 'M' ? 'male' : 'female',
    });
  });

  it.each(cases.filter(({ valid }) => !valid))('$id is refused: $reason', ({ value, length, dateOk }) => {
    const expected =
      length === 15
        ? 'resident-number-of-15-digits'
        : !/^\d{17}[\dX]$/.test(value)
          ? 'resident-number'
          : value.startsWith('99')
            ? 'resident-number-region'
            : dateOk === false
              ? 'resident-number-birth-date'
              : 'resident-number-checksum';
    expect(read(value)).toMatchObject({ field: '/body/number', rule: expected });
  });

  it.each(cases.filter(({ length }) => length === 15))(
    '$id of 15 digits is refused by its own rule',
    ({ value }) => {
      expect(read(value)).toMatchObject({ rule: 'resident-number-of-15-digits' });
    },
  );

  it.each([
    ['110102199101010078', '北京市西城区'],
    ['44040119580101000X', '广东省珠海市市辖区'],
    ['331122197905116239', '浙江省'],
    ['810000199408230021', '香港特别行政区'],
    ['990426199112010074', undefined],
  ])('%s was given out in %s', (number, region) => {
    expect(regionOf(number)).toBe(region);
  });

  it('is refused with any one digit mistyped, and with any two neighbours exchanged', () => {
    const number = '110102199101010078';
    for (let at = 0; at < 18; at++)
      for (let more = 1; more <= 9; more++) {
        const mistyped = (Number(number[at]) + more) % 10;
        expect(read(number.slice(0, at) + mistyped + number.slice(at + 1))).toHaveProperty('rule');
      }
    for (let at = 0; at < 17; at++) {
      const [one = '', other = ''] = [number[at], number[at + 1]];
      if (one === other) continue;
      expect(read(number.slice(0, at) + other + one + number.slice(at + 2))).toHaveProperty('rule');
    }
  });

  it.each(cases)('$id is not repeated in what is said about it', ({ value }) => {
    expect(JSON.stringify(read(value))).not.toContain(value);
  });
});
