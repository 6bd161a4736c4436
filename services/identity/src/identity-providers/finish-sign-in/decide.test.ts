import { describe, expect, it } from 'vitest';
import { decideSignIn, type Claims, type Person } from './decide.ts';

const rules = {
  emailDomains: ['yunqi.example'],
  trustEmail: false,
  userNameClaim: 'preferred_username',
  newcomers: false,
};
const claims = (changes: Partial<Claims> = {}): Claims => ({
  ...{ sub: '42', email: 'li@yunqi.example', email_verified: true, preferred_username: '李雷', name: '李雷' },
  ...changes,
});
const person = (changes: Partial<Person> = {}): Person => ({
  ...{ id: 'li', account: 'staff', active: true, linkedToOther: false },
  ...changes,
});
const nobody = { linked: undefined, found: undefined };

describe('somebody whom the provider has sent', () => {
  it('enters when its subject is known, whatever it says of the e-mail address by now', () => {
    const moved = claims({ email: 'li@elsewhere.example', email_verified: false });
    expect(decideSignIn(rules, moved, { linked: person(), found: undefined })).toEqual({
      kind: 'enter',
      userId: 'li',
      link: false,
    });
  });

  it('is found by a verified address of the agency the first time, and linked', () => {
    const upper = claims({ email: 'Li@YUNQI.example' });
    expect(decideSignIn(rules, upper, { linked: undefined, found: person() })).toEqual({
      kind: 'enter',
      userId: 'li',
      link: true,
    });
  });

  it('is found by an address nobody says anything about only where the agency trusts the provider with it', () => {
    const trusting = { ...rules, trustEmail: true };
    const known = { linked: undefined, found: person() };
    const silent = claims({ email_verified: undefined });
    expect(decideSignIn(trusting, silent, known)).toEqual({ kind: 'enter', userId: 'li', link: true });
    for (const denied of [false, 'false', 'true', null, 0])
      expect(decideSignIn(trusting, claims({ email_verified: denied }), known)).toEqual({
        kind: 'refuse',
        reason: 'unverified-email',
      });
    const foreign = claims({ email: 'li@evil.example', email_verified: undefined });
    expect(decideSignIn(trusting, foreign, known)).toEqual({ kind: 'refuse', reason: 'foreign-domain' });
  });

  it.each([
    ['unverified-email', claims({ email_verified: false }), { found: person() }],
    ['unverified-email', claims({ email_verified: 'true' }), { found: person() }],
    ['unverified-email', claims({ email_verified: undefined }), { found: person() }],
    ['foreign-domain', claims({ email: 'li@evil.example' }), { found: person() }],
    ['foreign-domain', claims({ email: 'li@yunqi.example@evil.example' }), { found: person() }],
    ['foreign-domain', claims({ email: 'li@sub.yunqi.example' }), { found: person() }],
    ['foreign-domain', claims({ email: '@yunqi.example' }), { found: person() }],
    ['foreign-domain', claims({ email: undefined }), { found: person() }],
    ['not-active', claims(), { found: person({ active: false }) }],
    ['not-active', claims(), { found: person({ account: 'customer' }) }],
    ['not-active', claims(), { found: person({ account: 'client' }) }],
    ['not-active', claims(), { linked: person({ active: false }) }],
    ['linked-to-another-subject', claims(), { found: person({ linkedToOther: true }) }],
    ['unknown-person', claims(), {}],
  ])('is refused for %s', (reason, said, known) => {
    expect(decideSignIn(rules, said, { ...nobody, ...known })).toEqual({ kind: 'refuse', reason });
  });
});

describe('somebody whom only the provider knows', () => {
  const open = { ...rules, newcomers: true };

  it('gets an account where the agency wants that', () => {
    expect(decideSignIn(open, claims({ locale: 'en-GB' }), nobody)).toEqual({
      kind: 'create',
      newcomer: { userName: '李雷', email: 'li@yunqi.example', displayName: '李雷', locale: 'en' },
    });
    const nameless = decideSignIn(open, claims({ name: '\u0000' }), nobody);
    expect(nameless).toMatchObject({ newcomer: { displayName: '李雷', locale: 'zh' } });
  });

  it.each([
    ['no-user-name', claims({ preferred_username: 'li lei' })],
    ['no-user-name', claims({ preferred_username: 42 })],
    ['no-email', claims({ email: `${'l'.repeat(200)}@yunqi.example` })],
    ['unverified-email', claims({ email_verified: false })],
    ['foreign-domain', claims({ email: 'li@evil.example' })],
  ])('is refused all the same for %s', (reason, said) => {
    expect(decideSignIn(open, said, nobody)).toEqual({ kind: 'refuse', reason });
  });
});
