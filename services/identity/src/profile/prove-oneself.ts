import { requireMember, type Person } from '@yitu/access';
import { perform, type Call } from '@yitu/persistence';
import { errors } from '../errors.ts';
import { requirePassword } from '../second-factor/require-password.ts';
import { Session } from '../sessions/session.ts';
import { hasPassword } from '../users/no-password.ts';
import { User } from '../users/user.ts';

/** How long a sign-in counts as one of this moment, for people who have no password to give. */
const recentMinutes = 10;

/**
 * Asks for the password once more before another e-mail address is asked for: that leads to a new password, so a stolen session alone must not be enough. Who
 * has no password must have signed in a moment ago. An address one has already asks for nothing.
 * @throws identity/password-needed, wrong-password, recent-sign-in-needed, too-many-attempts
 */
export async function proveOneself(
  call: Call,
  { email, currentPassword }: { email: string; currentPassword: string | undefined },
): Promise<void> {
  const person = requireMember(call.principal) as Person; // access 'signed-in' at the HTTP door: a person
  const { idempotency: _notAnAnswerToKeep, ...once } = call;
  const scope = { member: person, reach: 'agency', action: 'identity.user.change-self' } as const;
  const known = await perform(once, scope, async (uow) => {
    const { email: current, passwordHash } = await uow.get(User, person.userId);
    const { startedAt } = await uow.get(Session, person.sessionId);
    return {
      isNew: current.toLowerCase() !== email.toLowerCase(),
      withPassword: hasPassword(passwordHash),
      isRecent: Temporal.Instant.compare(startedAt, uow.now.subtract({ minutes: recentMinutes })) > 0,
    };
  });
  if (!known.isNew) return;
  if (known.withPassword) {
    if (currentPassword === undefined) throw errors.passwordNeeded({ fields: [needed] });
    await requirePassword(call, currentPassword, needed.field);
  } else if (!known.isRecent) throw errors.recentSignInNeeded({ minutes: recentMinutes });
}

const needed = {
  field: '/body/currentPassword',
  rule: 'required',
  message: { zh: '更换邮箱须填写当前密码', en: 'is needed for another e-mail address' },
};
