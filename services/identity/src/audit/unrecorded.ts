import { vaultUnrecorded } from '@yitu/vault/tables';

/** Tables that statements of identity write without an audit record, and why. */
export const unrecorded = {
  ...vaultUnrecorded,
  clients: 'statements only note when and from where one was used',
  sessions: 'statements only note when and from where one was used',
  provider_sign_ins: 'that an answer of a provider was taken once; the sign-in is recorded',
  sign_in_tickets: 'a step of a sign-in that is not over yet',
  sign_in_failures: 'counted; what follows from them is told by events',
  password_resets: 'statements only note that somebody asked; what becomes of it is recorded',
  passkey_challenges: 'a step of a sign-in that is not over yet',
  passkeys: 'statements only note when one was used',
  known_devices: 'from where somebody has signed in before; the session is recorded',
  totp_authenticators: 'statements note uses; that one is set up or removed is recorded with the user',
  recovery_codes: 'statements note uses; that they are made is recorded with the user',
  rule_occurrences: 'counted from events',
  incident_entries: 'a timeline; what people put into it is recorded too',
  audit_entries: 'the chain of the records themselves',
  audit_heads: 'the chain of the records themselves',
} as const;
