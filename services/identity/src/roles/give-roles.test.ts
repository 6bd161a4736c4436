import type { Grant, Person, Reach } from '@yitu/access';
import { describe, expect, it } from 'vitest';
import { builtInRoles, grantsOf } from './built-in.ts';
import { checkRoles, holds } from './give-roles.ts';

const person = (grants: readonly Grant[], denials: string[] = []): Person => ({
  kind: 'person',
  agencyId: 'agency',
  userId: 'user',
  sessionId: 'session',
  branchId: 'branch',
  branchIds: ['branch'],
  grants,
  denials,
});
const withRoles = (...roles: string[]) => person(grantsOf(roles));
const grant = (permission: string, reach: Reach): Grant => ({ permission, reach });

describe('what somebody holds', () => {
  it.each([
    ['the same grant', grant('crm.customer.read', 'branch'), grant('crm.customer.read', 'branch'), true],
    [
      'one action of a pattern',
      grant('crm.customer.*', 'branch'),
      grant('crm.customer.read', 'branch'),
      true,
    ],
    ['a pattern below a wider one', grant('crm.*.*', 'agency'), grant('crm.customer.*', 'branch'), true],
    [
      'a reach below a wider one',
      grant('crm.customer.read', 'agency'),
      grant('crm.customer.read', 'own'),
      true,
    ],
    ['no wider reach', grant('crm.customer.read', 'branch'), grant('crm.customer.read', 'agency'), false],
    [
      'no pattern above a permission',
      grant('crm.customer.read', 'agency'),
      grant('crm.customer.*', 'own'),
      false,
    ],
    ['no other permission', grant('crm.customer.*', 'agency'), grant('crm.survey.read', 'own'), false],
  ])('is %s', (_what, own, asked, expected) => {
    expect(holds(person([own]), asked)).toBe(expected);
  });

  it('is nothing that is denied to them in part', () => {
    const all = grant('crm.customer.*', 'agency');
    expect(holds(person([all], ['crm.customer.change']), all)).toBe(false);
    expect(holds(person([all], ['*.*.change']), grant('crm.customer.read', 'agency'))).toBe(true);
  });
});

describe('giving roles', () => {
  const everyRole = Object.keys(builtInRoles);

  it('is free for administrators of the whole agency', () => {
    expect(() => checkRoles(withRoles('system-administrator'), everyRole)).not.toThrow();
  });

  it('is for what a branch manager holds, and no more', () => {
    const manager = withRoles('branch-manager');
    const given = everyRole.filter((role) => grantsOf([role]).every((one) => holds(manager, one)));
    expect(given).toEqual(['branch-manager', 'account-manager', 'sales', 'customer', 'integration']);
    expect(() => checkRoles(manager, ['sales', 'system-administrator'])).toThrow('identity/role-beyond-own');
  });

  it.each(['king', 'constructor', '__proto__', 'toString'])('knows no role %s', (role) => {
    expect(() => checkRoles(withRoles('system-administrator'), [role])).toThrow('identity/no-such-role');
  });
});

describe('the quarantine of a service', () => {
  const services = ['booking', 'crm', 'itinerary', 'finance', 'notifications', 'analytics', 'identity'];
  const who = (action: string) =>
    Object.keys(builtInRoles).filter((role) =>
      services.some((service) => holds(withRoles(role), grant(`${service}.quarantine.${action}`, 'own'))),
    );

  it('is read by administrators and auditors, replayed by administrators', () => {
    expect(who('read')).toEqual(['system-administrator', 'auditor']);
    expect(who('replay')).toEqual(['system-administrator']);
  });
});
