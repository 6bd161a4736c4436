/** What is known of a refresh token that is shown, once its session is locked. */
export interface Shown {
  readonly sessionEnded: boolean;
  readonly expired: boolean;
  readonly used: boolean;
  /** Its session began with a password alone, and a role its person has by now asks for more. */
  readonly secondFactorMissing: boolean;
  /** It was not used yet when this request began: another one with the same token was under way at the same moment. */
  readonly unusedAtFirst: boolean;
  /** The request shows the secret of the session's device too. */
  readonly deviceProven: boolean;
  /** Its successor is kept for such a case, and nobody has used it. */
  readonly successorUnused: boolean;
}

export type Refresh = 'rotate' | 'deliver-again' | 'refuse' | 'end-expired' | 'end-reused' | 'end-revoked';

/**
 * What becomes of a refresh token (RFC 9700, 4.14.2): it works once; shown again it has been stolen, by whoever came first or second, and its whole
 * family ends. Only requests that overlap in time and come from the session's own device are one and the same: two tabs, through two gateways.
 * They get the same successor, so a thief among them gains nothing that is not found out when it is used.
 */
export function decideRefresh(shown: Shown): Refresh {
  if (shown.sessionEnded) return 'refuse';
  if (shown.used) {
    const atOnce = shown.unusedAtFirst && shown.deviceProven && shown.successorUnused;
    return atOnce ? 'deliver-again' : 'end-reused';
  }
  if (shown.expired) return 'end-expired';
  return shown.secondFactorMissing ? 'end-revoked' : 'rotate';
}
