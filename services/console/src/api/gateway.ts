import { currentLocale } from '../texts/locale.ts';
import { accessIsOver } from '../session/access-until.ts';
import { renewSession } from '../session/renew.ts';
import { unreachable } from './unreachable.ts';

/** Tells the frame that nobody is signed in any more. */
export const signedOut = new EventTarget();

/**
 * Asks the gateway on our own origin; the session is in cookies no script sees. When the short token has expired the session is renewed, once for all
 * tabs: before the request where that is known, else the request is sent again.
 * @throws Refusal with status 0 when the gateway cannot be reached
 */
export async function askGateway(request: Request): Promise<Response> {
  request.headers.set('accept-language', currentLocale());
  const again = request.clone();
  const began = Date.now();
  if (accessIsOver()) await renewSession(began);
  const response = await send(request);
  if (response.status !== 401) return response;
  const renewal = await renewSession(began);
  if (renewal === 'unreachable') throw unreachable(response);
  if (renewal === 'signed-in') return send(again);
  signedOut.dispatchEvent(new Event('signed-out'));
  return response;
}

async function send(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    if (request.signal.aborted) throw error;
    throw unreachable(error);
  }
}
