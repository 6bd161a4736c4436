import { holds, isKnown, type Grant, type Person, type Reach } from '@yitu/access';
import { describe, expect, it } from 'vitest';
import { builtInRoles, grantsOf } from './built-in.ts';
import { checkGiving } from './give-roles.ts';

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
const builtIn = new Map(Object.entries(builtInRoles).map(([code, { grants }]) => [code, grants]));
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
    expect(() => checkGiving(withRoles('system-administrator'), 'branch', everyRole, builtIn)).not.toThrow();
  });

  it('is for what a branch manager holds, and no more', () => {
    const manager = withRoles('branch-manager');
    const given = everyRole.filter((role) => grantsOf([role]).every((one) => holds(manager, one)));
    expect(given).toEqual(['branch-manager', 'account-manager', 'sales', 'customer', 'integration']);
    expect(() => checkGiving(manager, 'branch', ['sales', 'system-administrator'], builtIn)).toThrow(
      'identity/role-beyond-own',
    );
  });

  it('of a branch reaches no other branch', () => {
    const manager = withRoles('branch-manager');
    expect(() => checkGiving(manager, 'branch', ['sales'], builtIn)).not.toThrow();
    expect(() => checkGiving(manager, 'another', ['sales'], builtIn)).toThrow('identity/role-beyond-own');
  });

  it.each(['king', 'constructor', '__proto__', 'toString'])('knows no role %s', (role) => {
    expect(() => checkGiving(withRoles('system-administrator'), 'branch', [role], builtIn)).toThrow(
      'identity/no-such-role',
    );
  });
});

describe('the built-in roles', () => {
  it('are all that the house knows', () => {
    expect(Object.keys(builtInRoles)).toEqual([
      ...['system-administrator', 'branch-manager', 'account-manager', 'sales', 'travel-consultant'],
      ...['project-manager', 'operator', 'guide', 'visa-officer', 'customer-service', 'finance'],
      ...['data-analyst', 'auditor', 'customer', 'integration'],
    ]);
  });

  it('permit nothing that no operation asks for', () => {
    const patterns = Object.values(builtInRoles).flatMap(({ grants }) => grants.map((one) => one.permission));
    // What a role may do in every service at once may come to a service later.
    const named = patterns.filter((pattern) => !pattern.startsWith('*.'));
    expect(named.filter((pattern) => !isKnown(pattern))).toEqual([]);
  });

  it('let the auditor read, take the audit trail out, and do nothing else', () => {
    expect(grantsOf(['auditor'])).toEqual([
      grant('*.*.read', 'agency'),
      grant('identity.audit.export', 'agency'),
    ]);
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
