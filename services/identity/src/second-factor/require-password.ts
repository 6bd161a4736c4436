import { requireMember, type Person } from '@yitu/access';
import { perform, type Call, type UnitOfWork } from '@yitu/persistence';
import { attemptSucceeded, countAttempt, keyOf, type Limit } from '../attempts/attempts.ts';
import { ofSecondFactor } from '../attempts/decide-attempt.ts';
import { recordFailure } from '../attempts/record-failure.ts';
import { errors } from '../errors.ts';
import { User } from '../users/user.ts';
import { verifyPassword } from '../users/passwords.ts';

/**
 * Asks who is signed in for their password once more, before they change how they sign in: a stolen session alone must not be enough to stay.
 * @param field where it stands in the request @throws identity/wrong-password, identity/too-many-attempts
 */
export async function requirePassword(call: Call, password: string, field = '/body/password'): Promise<void> {
  const person = requireMember(call.principal) as Person; // access 'signed-in' at the HTTP door: a person
  const limits: Limit[] = [
    {
      key: keyOf('password-again', person.userId, person.sessionId),
      rule: ofSecondFactor,
      onSuccess: 'forget',
    },
  ];
  const { idempotency: _notAnAnswerToKeep, ...once } = call;
  const within = <Result>(work: (uow: UnitOfWork) => Promise<Result>) =>
    perform(once, { member: person, reach: 'agency', action: 'identity.password.confirm' }, work);
  const hash = await within(async (uow) => {
    await countAttempt(uow, limits);
    return (await uow.get(User, person.userId)).passwordHash;
  });
  if (await verifyPassword(password, hash)) return within((uow) => attemptSucceeded(uow, limits));
  await within((uow) =>
    recordFailure(uow, {
      accountKey: undefined,
      userId: person.userId,
      agencyExists: true,
      reason: 'wrong-password',
      lockBegins: false,
    }),
  );
  throw errors.wrongPassword({ fields: [{ field, rule: 'password', message }] });
}

const message = { zh: '不是您现在的密码', en: 'is not your password now' };
