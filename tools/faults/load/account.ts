import { createApi, newTraceId, type Api } from '../../story/api.ts';
import type { OwnSystem } from '../system/own-system.ts';

/** A person of the agency, signed in; signs in again when the session's token is over. */
export interface Account {
  token(): string;
  /** @throws when identity does not answer */
  renew(): Promise<void>;
  /** The public API, with a token of this moment. */
  api(): Api;
}

/** @param code of the agency */
export async function signIn(
  { origin }: Pick<OwnSystem, 'origin'>,
  code: string,
  login: string,
  password: string,
): Promise<Account> {
  const current = { token: '' };
  const renew = async () => {
    const asked = { agency: code, login, password };
    const { accessToken } = await createApi(origin, newTraceId()).post<{ accessToken: string }>(
      '/api/identity/v1/sessions',
      asked,
    );
    current.token = accessToken;
  };
  await renew();
  return { token: () => current.token, renew, api: () => createApi(origin, newTraceId(), current.token) };
}
