import type { Person } from '@yitu/access';
import type { DomainError } from '@yitu/kernel';
import { describe, expect, it } from 'vitest';
import type { Suspect } from '../suspects.ts';
import { decideEntering, visibleSuspects } from './decide.ts';

const suspect = (id: string, changes: Partial<Suspect> = {}): Suspect => ({
  id,
  branchId: 'north',
  ownerId: 'li',
  reason: 'phone',
  ...changes,
});

describe('entering a customer who may be known', () => {
  it('is refused without confirmation when the phone or the e-mail is known, naming whose', () => {
    const suspects = [suspect('a'), suspect('a', { reason: 'email' }), suspect('b')];
    const refused = refusalOf(() => decideEntering(suspects, false));
    expect(refused.code).toBe('crm/possible-duplicate');
    expect(refused.texts.en).toContain('(a, b)');
    expect(refused.fields.map(({ field }) => field)).toEqual(['/body/phone', '/body/email', '/body/phone']);
  });

  it('is accepted with confirmation', () => {
    expect(() => decideEntering([suspect('a')], true)).not.toThrow();
  });

  it('is accepted when only name and birth date are the same', () => {
    expect(() => decideEntering([suspect('a', { reason: 'name-and-birth-date' })], false)).not.toThrow();
  });
});

describe('the suspects the caller is told', () => {
  const suspects = [suspect('a'), suspect('b', { branchId: 'south' }), suspect('c', { ownerId: 'me' })];
  const idsFor = (grants: Person['grants']) => visibleSuspects(caller(grants), suspects).map(({ id }) => id);

  it.each([
    ['agency', ['a', 'b', 'c']],
    ['branch', ['a', 'c']],
    ['own', ['c']],
  ] as const)('are those the caller can read with the reach %s', (reach, ids) => {
    expect(idsFor([{ permission: 'crm.customer.read', reach }])).toEqual(ids);
  });

  it('are none where the caller can only enter', () => {
    expect(idsFor([{ permission: 'crm.customer.enter', reach: 'agency' }])).toEqual([]);
  });
});

const caller = (grants: Person['grants']): Person => ({
  kind: 'person',
  agencyId: 'agency',
  userId: 'me',
  sessionId: 'session',
  branchId: 'north',
  branchIds: ['north'],
  grants,
  denials: [],
});

function refusalOf(act: () => void): DomainError {
  try {
    act();
  } catch (error) {
    return error as DomainError; // the catalogue's errors are
  }
  throw new Error('nothing was refused');
}
