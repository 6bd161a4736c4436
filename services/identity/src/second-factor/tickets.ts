import { randomBytes } from 'node:crypto';
import type { UnitOfWork } from '@yitu/persistence';
import { Type, type Static } from 'typebox';
import { hashToken } from '../sessions/tokens.ts';
import type { Method, NextStep } from './standing.ts';

/** What somebody whose password was right gets instead of a session, where that is not enough. */
export const SecondFactorNeeded = Type.Object(
  {
    secondFactor: Type.Object({
      ticket: Type.String({
        description: 'Good for the next step alone, for a few minutes and a few tries.',
      }),
      purpose: Type.Enum(['second-factor', 'enrolment'], {
        description:
          'enrolment: their role requires a second factor and they have none; they set one up now.',
      }),
      methods: Type.Array(Type.Enum(['totp', 'recovery-code', 'passkey'])),
      expiresInSeconds: Type.Integer(),
    }),
  },
  { title: 'SecondFactorNeeded' },
);

export const TicketText = Type.String({ minLength: 10, maxLength: 100 });

const seconds = 600;
const tries = 5;

/** A ticket is shown once and kept as its hash. */
export async function issueTicket(
  uow: UnitOfWork,
  userId: string,
  { purpose, methods }: NonNullable<NextStep>,
): Promise<Static<typeof SecondFactorNeeded>> {
  const ticket = `${uow.agencyId}.${randomBytes(32).toString('base64url')}`;
  await uow.rows(
    'insert into identity.sign_in_tickets (agency_id, hash, user_id, purpose, tries_left, expires_at) values (?, ?, ?, ?, ?, ?)',
    [uow.agencyId, hashToken(ticket), userId, purpose, tries, uow.now.add({ seconds }).toString()],
  );
  return {
    secondFactor: {
      ticket,
      purpose,
      methods: methods.map((method: Method) => method),
      expiresInSeconds: seconds,
    },
  };
}

export interface Ticket {
  readonly user_id: string;
  readonly purpose: 'second-factor' | 'enrolment';
}

/** Looks at a ticket that is still good. */
export async function readTicket(uow: UnitOfWork, ticket: string): Promise<Ticket | undefined> {
  const [row] = await uow.rows<Ticket>(
    'select user_id, purpose from identity.sign_in_tickets where agency_id = ? and hash = ? and expires_at > ?',
    [uow.agencyId, hashToken(ticket), uow.now.toString()],
  );
  return row;
}

/** Takes one of a ticket's tries, before it is known whether it is right. */
export async function takeTry(uow: UnitOfWork, ticket: string): Promise<Ticket | undefined> {
  const [row] = await uow.rows<Ticket>(
    `update identity.sign_in_tickets set tries_left = tries_left - 1
     where agency_id = ? and hash = ? and expires_at > ? and tries_left > 0 returning user_id, purpose`,
    [uow.agencyId, hashToken(ticket), uow.now.toString()],
  );
  return row;
}

/** Whoever is half-way through signing in begins anew. @param userId everybody of the agency where left out */
export async function forgetTickets(uow: UnitOfWork, userId: string | undefined): Promise<void> {
  await uow.rows(
    'delete from identity.sign_in_tickets where agency_id = ? and (?::uuid is null or user_id = ?)',
    [uow.agencyId, userId ?? null, userId ?? null],
  );
}

/** Uses a ticket up. @returns whether it was there: of two at the same moment one gets it */
export async function useTicket(uow: UnitOfWork, ticket: string): Promise<boolean> {
  const used = await uow.rows(
    'delete from identity.sign_in_tickets where agency_id = ? and hash = ? returning user_id',
    [uow.agencyId, hashToken(ticket)],
  );
  return used.length > 0;
}
