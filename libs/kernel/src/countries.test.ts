import { describe, expect, it } from 'vitest';
import { countryCodes, isCountry } from './countries.ts';

const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

describe('country codes', () => {
  it('are the 249 that ISO 3166-1 assigns, each with a name', () => {
    expect(countryCodes.size).toBe(249);
    expect([...countryCodes].filter((code) => names.of(code) === undefined)).toEqual([]);
  });

  it.each(['UK', 'SU', 'XK', 'ZZ', 'EU', 'cn', 'CHN', ''])('do not have %j among them', (text) => {
    expect(isCountry(text)).toBe(false);
  });

  it('have no further one among all two letters but names of what is reserved, withdrawn or no country', () => {
    const letters = Array.from({ length: 26 }, (_, at) => String.fromCodePoint(65 + at));
    const named = letters.flatMap((first) => letters.map((second) => first + second));
    const others = named.filter(
      (code) => !isCountry(code) && canonical(code) && names.of(code) !== undefined,
    );
    expect(others).toEqual([
      'AC',
      'CP',
      'CQ',
      'DG',
      'EA',
      'EU',
      'EZ',
      'IC',
      'QO',
      'TA',
      'UN',
      'XA',
      'XB',
      'XK',
      'ZZ',
    ]);
  });
});

/** Withdrawn codes stand for those that came after them. */
const canonical = (code: string) => new Intl.Locale('und', { region: code }).region === code;
