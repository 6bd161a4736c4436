import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import type { UnitOfWork } from '@yitu/persistence';
import type { Static } from 'typebox';
import { hashDevice, rememberDevice } from '../devices/known-devices.ts';
import { refuseOtherWays } from '../identity-providers/required-provider.ts';
import { nameActor } from './name-actor.ts';
import { Session, type SignInMethod } from './session.ts';
import { issueTokens, type SignedIn, type TokenRules } from './tokens.ts';

/** Who signs in, how, and from where. */
export interface Arrival {
  readonly userId: string;
  readonly method: SignInMethod;
  readonly userAgent: string | undefined;
  readonly remoteAddress: string | undefined;
  /** The token of a known device, if it showed one. */
  readonly device: string | undefined;
}

/** Starts a session, whatever way somebody has shown who they are: every way of signing in ends here. */
export async function startSession(
  uow: UnitOfWork,
  rules: TokenRules,
  { userId, method, userAgent = '', remoteAddress = '', device: shown }: Arrival,
): Promise<Static<typeof SignedIn>> {
  if (method !== 'provider') await refuseOtherWays(uow, userId);
  await nameActor(uow, userId);
  const device = await rememberDevice(uow, userId, shown);
  const session = uow.add(
    uow.em.create(Session, {
      agencyId: uow.agencyId,
      id: newId(),
      userId,
      method,
      userAgent,
      remoteAddress,
      deviceHash: hashDevice(device),
      startedAt: uow.now,
      lastUsedAt: uow.now,
      endedAt: null,
      endReason: null,
      version: 0,
    }),
  );
  uow.publish(session, events.sessionStarted, { sessionId: session.id, userId });
  await uow.em.flush(); // refresh tokens refer to their session
  return { ...(await issueTokens(uow, session, rules)), device };
}
