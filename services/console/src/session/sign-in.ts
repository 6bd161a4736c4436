import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser';
import { answer, api } from '../api/client.ts';
import type { SecondFactorNeeded } from '../api/gen/identity.ts';
import { Refusal, refusalOf } from '../api/refusal.ts';
import { unreachable } from '../api/unreachable.ts';
import { currentLocale } from '../texts/locale.ts';
import { forgetAccess, noteAccess } from './access-until.ts';
import { noteSignIn } from './renew.ts';
import { texts } from './texts.ts';

export type SecondStep = SecondFactorNeeded['secondFactor'];

/** What a step of signing in came to: somebody is signed in, or another step is needed. */
export type SignedIn =
  | { readonly signedIn: true; readonly recoveryCodes?: readonly string[] }
  | { readonly signedIn: false; readonly secondStep: SecondStep };

/** @throws Refusal */
export async function signIn(credentials: {
  readonly agency: string;
  readonly login: string;
  readonly password: string;
}): Promise<SignedIn> {
  return post('/session', credentials);
}

/** The second step, with a code, a recovery code or a passkey. @throws Refusal */
export async function takeSecondStep(
  ticket: string,
  proof: { readonly code: string } | { readonly recoveryCode: string } | { readonly passkey: object },
): Promise<SignedIn> {
  return post('/session/second-factor', { ticket, ...proof });
}

/** Signs in with a passkey of this device, without a password. @throws Refusal, also where the person stops in the browser's dialog */
export async function signInWithPasskey(): Promise<SignedIn> {
  return post('/session/passkey', { response: await passkeyProof() });
}

/** Has the browser prove a passkey. @param ticket where it is the second step @throws Refusal, also where the person stops in the browser's dialog */
export async function passkeyProof(ticket?: string): Promise<object> {
  const { options } = await answer(
    api.identity.POST('/v1/sessions/passkey/options', { body: ticket === undefined ? {} : { ticket } }),
  );
  // As the standard (WebAuthn) has it; identity only passes it on.
  const optionsJSON = options as unknown as PublicKeyCredentialRequestOptionsJSON;
  const { startAuthentication } = await import('@simplewebauthn/browser'); // only those who have a passkey need it
  return startAuthentication({ optionsJSON }).catch((cause: unknown) => {
    const title = texts.say('passkeyStopped');
    throw new Refusal({ title, status: 400, code: 'console/passkey-stopped' }, { cause });
  });
}

/** @throws Refusal where the session could not be ended */
export async function signOut(): Promise<void> {
  const headers = { 'accept-language': currentLocale() };
  const response = await fetch('/session', { method: 'DELETE', headers }).catch((error: unknown) => {
    throw unreachable(error);
  });
  if (!response.ok) throw await refusalOf(response);
  forgetAccess();
}

async function post(path: string, body: object): Promise<SignedIn> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': currentLocale() },
    body: JSON.stringify(body),
  }).catch((error: unknown) => {
    throw unreachable(error);
  });
  if (!response.ok) throw await refusalOf(response);
  const said = (await response.json()) as Partial<SecondFactorNeeded> & { recoveryCodes?: string[] }; // the gateway's own document
  if (said.secondFactor) return { signedIn: false, secondStep: said.secondFactor };
  noteAccess(said);
  noteSignIn();
  return { signedIn: true, ...(said.recoveryCodes && { recoveryCodes: said.recoveryCodes }) };
}
