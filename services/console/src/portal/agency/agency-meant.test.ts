import { describe, expect, it } from 'vitest';
import { agencyMeant } from './agency-meant.ts';

const agencies = (...codes: string[]) => codes.map((code) => ({ code }));

describe('the agency somebody means who presses Enter', () => {
  it('is the one whose whole code is typed, whatever else is found', () =>
    expect(agencyMeant(' YunQi ', { text: 'yun', agencies: agencies('yunqi', 'yunqi-2') })).toBe('yunqi'));

  it('is the only one that is found by what is typed', () =>
    expect(agencyMeant('云栖', { text: '云栖', agencies: agencies('yunqi') })).toBe('yunqi'));

  it('is not known while several are found', () =>
    expect(
      agencyMeant('旅行社', { text: '旅行社', agencies: agencies('yunqi', 'nanfang') }),
    ).toBeUndefined());

  it('is not the one that was found by what was typed before', () =>
    expect(agencyMeant('nanfang', { text: '云栖', agencies: agencies('yunqi') })).toBeUndefined());

  it('is not known while nothing is found, or nothing is said', () => {
    expect(agencyMeant('nanfang', { text: 'nanfang', agencies: [] })).toBeUndefined();
    expect(agencyMeant('nanfang', undefined)).toBeUndefined();
    expect(agencyMeant('', { text: '', agencies: agencies('yunqi') })).toBeUndefined();
  });
});
