import { describe, expect, it } from 'vitest';
import { decideRequired } from './decide.ts';

const required = (validUntil: string | null) => ({
  role: 'guide',
  code: 'FIRST-AID',
  name: { zh: '急救', en: 'First aid' },
  validUntil,
});

describe('courses a role asks for', () => {
  it('are there up to and on the last day of the certificate', () => {
    expect(decideRequired([required('2026-05-01')], '2026-05-01')).toEqual([]);
  });

  it('are missing after it, or when there is none, and the reason says which', () => {
    expect(
      decideRequired([required('2026-05-01'), required(null)], '2026-05-02').map(({ message }) => message),
    ).toEqual([
      {
        zh: '“guide”角色要求课程“急救”（FIRST-AID）：证书已于 2026-05-01 到期',
        en: 'the role guide needs the course First aid (FIRST-AID): the certificate ran out on 2026-05-01',
      },
      {
        zh: '“guide”角色要求课程“急救”（FIRST-AID）：尚未通过考核',
        en: 'the role guide needs the course First aid (FIRST-AID): not passed yet',
      },
    ]);
  });
});
