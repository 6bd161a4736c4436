import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import { LockMode } from '@mikro-orm/core';
import type { UnitOfWork } from '@yitu/persistence';
import type { Assertion } from './answers.ts';
import { Passkey, type RelyingParty } from './passkey.ts';

/** What an assertion must fit, after its challenge has been used up. */
export interface Expected {
  readonly party: RelyingParty;
  readonly challenge: string;
  /** Whose passkey it must be. */
  readonly userId: string;
  /** Whether the device must have made sure of its owner, by PIN or finger: where the passkey is all that is asked for. */
  readonly ownerVerified: boolean;
}

/**
 * Whether a passkey of this user signed the challenge. A counter that goes back, as a copied key's does, is refused; the row's lock lets one of two
 * with the same counter through.
 */
export async function verifyPasskey(
  uow: UnitOfWork,
  assertion: Assertion,
  expected: Expected,
): Promise<boolean> {
  const { party, challenge, userId, ownerVerified } = expected;
  const passkey = await uow.em.findOne(
    Passkey,
    { agencyId: uow.agencyId, userId, credentialId: assertion.id },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  if (!passkey) return false;
  const counter = await counterOf(assertion, {
    party,
    challenge,
    ownerVerified,
    credential: {
      id: passkey.credentialId,
      publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
      counter: Number(passkey.counter),
    },
  });
  if (counter === undefined) return false;
  // Used by its owner: nothing to tell anybody about, so no audit record of a change; the session that starts has its own.
  await uow.rows(
    'update identity.passkeys set counter = ?, last_used_at = ? where agency_id = ? and id = ?',
    [counter, uow.now.toString(), uow.agencyId, passkey.id],
  );
  return true;
}

interface Checked extends Omit<Expected, 'userId'> {
  readonly credential: { id: string; publicKey: Uint8Array<ArrayBuffer>; counter: number };
}

/** The new counter of a passkey whose answer is right. */
async function counterOf(
  assertion: Assertion,
  { party, challenge, ownerVerified, credential }: Checked,
): Promise<number | undefined> {
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...assertion, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: ownerVerified,
      credential,
    });
    return verified ? authenticationInfo.newCounter : undefined;
  } catch {
    return undefined; // the library throws for each thing that does not fit; all of them are one refusal
  }
}
