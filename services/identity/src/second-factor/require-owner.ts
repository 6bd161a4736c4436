import { requireMember, type Person } from '@yitu/access';
import { perform, type Call } from '@yitu/persistence';
import { Type } from 'typebox';
import { errors } from '../errors.ts';
import { Session, type SignInMethod } from '../sessions/session.ts';
import { requirePassword } from './require-password.ts';

const minutes = 5;

/** Ways to sign in that people without a password have. Who came with one is asked for it. */
const withoutPassword: ReadonlySet<SignInMethod> = new Set(['provider', 'passkey']);

/** Left out by people who have no password. */
export const OptionalPassword = Type.Optional(
  Type.String({
    minLength: 1,
    maxLength: 200,
    description: `May be left out for ${minutes} minutes after a sign-in through an identity provider or with a passkey.`,
  }),
);

/**
 * Asks who is signed in to show once more that it is them, before they change how they sign in or where a new password is sent: with their
 * password, or, since those who come from an identity provider have none, by having signed in just now.
 * @param field where the password stands in the request
 * @throws identity/sign-in-again, identity/wrong-password, identity/too-many-attempts
 */
export async function requireOwner(
  call: Call,
  password: string | undefined,
  field = '/body/password',
): Promise<void> {
  if (password !== undefined) return requirePassword(call, password, field);
  const person = requireMember(call.principal) as Person; // access 'signed-in' at the HTTP door: a person
  const { idempotency: _notAnAnswerToKeep, ...once } = call;
  await perform(
    once,
    { member: person, reach: 'agency', action: 'identity.sign-in.confirm' },
    async (uow) => {
      const { method, startedAt } = await uow.get(Session, person.sessionId);
      const recent = Temporal.Instant.compare(startedAt.add({ minutes }), uow.now) > 0;
      if (!recent || !withoutPassword.has(method))
        throw errors.signInAgain({ fields: [{ field, rule: 'required', message: missing }] });
    },
  );
}

const missing = { zh: '请输入当前密码', en: 'is needed' };
