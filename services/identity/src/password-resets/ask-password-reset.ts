import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { perform, type Call } from '@yitu/persistence';
import { route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { AgencyCode, findAgency } from '../agencies/find-agency.ts';
import { PasswordReset, validMinutes } from './password-reset.ts';

/** What one address may ask for in an hour; a whole office may sit behind it. */
const perAddress = 20;

const Body = Type.Object({
  agency: AgencyCode,
  login: Type.String({
    minLength: 1,
    maxLength: 200,
    pattern: '^\\P{Cc}*$',
    description: 'User name, e-mail address or mobile number',
  }),
});
const Asked = Type.Object({
  state: Type.Literal('asked', { description: 'Everything else comes by e-mail, where there is an account' }),
});

/**
 * Somebody has forgotten a password. Whose it is, is not looked at here, so that neither answer nor time says whether there is such an account:
 * on-password-reset-due.ts does that a moment later. For an agency that is none the same is noted, and nobody is found.
 */
async function ask(call: Call, { agency, login }: Static<typeof Body>): Promise<Static<typeof Asked>> {
  const answer = { state: 'asked' as const };
  const { id: agencyId } = await findAgency(call, agency);
  const member = { kind: 'service', service: 'identity', agencyId } as const;
  const remoteAddress = call.remoteAddress ?? '';
  return perform(call, { member, reach: 'agency', action: 'identity.password-reset.ask' }, async (uow) => {
    const since = uow.now.subtract({ hours: 1 });
    const asked = await uow.em.count(PasswordReset, { agencyId, remoteAddress, createdAt: { $gt: since } });
    if (asked >= perAddress) return answer;
    const id = newId();
    // By a statement, which leaves no audit record: whoever makes up agencies must not begin a chain of records for each.
    await uow.rows(
      `insert into identity.password_resets (agency_id, id, login, remote_address, state, expires_at, created_at)
       values (?, ?, ?, ?, 'asked', ?, ?)`,
      [
        agencyId,
        id,
        login,
        remoteAddress,
        uow.now.add({ minutes: validMinutes }).toString(),
        uow.now.toString(),
      ],
    );
    uow.publishLater(id, events.passwordResetDue, { passwordResetId: id }, uow.now);
    return answer;
  });
}

export const askPasswordResetRoute = () =>
  route({
    method: 'POST',
    path: '/v1/password-resets',
    summary: 'Ask for a link to set a new password; the answer is the same whether there is such an account',
    access: 'anyone',
    body: Body,
    result: Asked,
    status: 202,
    handle: (call, { body }) => ask(call, body),
  });
