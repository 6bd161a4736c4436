import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser';
import { answer, api, changing } from '../../api/client.ts';
import type { PasskeyRegistration } from '../../api/gen/identity.ts';
import { Refusal } from '../../api/refusal.ts';
import { texts } from './texts.ts';

/** What proves once more who it is; may be left out for a few minutes after a sign-in without a password. */
export interface Proof {
  readonly password?: string;
}

/** Has the browser make a passkey and registers it. @throws Refusal, also where the person stops in the browser's dialog */
export async function addPasskey(name: string, proof: Proof, key: string): Promise<void> {
  const { options } = await answer(api.identity.POST('/v1/me/passkeys/options', { body: proof }));
  // As the standard (WebAuthn) has it; identity only passes it on.
  const optionsJSON = options as unknown as PublicKeyCredentialCreationOptionsJSON;
  const { startRegistration } = await import('@simplewebauthn/browser'); // only those who add one need it
  const made = await startRegistration({ optionsJSON }).catch((cause: unknown) => {
    const title = texts.say('passkeyStopped');
    throw new Refusal({ title, status: 400, code: 'console/passkey-stopped' }, { cause });
  });
  const response = made as unknown as PasskeyRegistration; // the same standard's words
  await answer(api.identity.POST('/v1/me/passkeys', { body: { name, response }, headers: changing(key) }));
}
