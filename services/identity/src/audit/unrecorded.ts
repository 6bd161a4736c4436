import { vaultUnrecorded } from '@yitu/vault/tables';

/** Tables that statements of identity write without an audit record, and why. */
export const unrecorded = {
  ...vaultUnrecorded,
  clients: 'statements only note when and from where one was used',
  sessions: 'statements only note when and from where one was used',
  provider_sign_ins: 'that an answer of a provider was taken once; the sign-in is recorded',
  rule_occurrences: 'counted from events',
  incident_entries: 'a timeline; what people put into it is recorded too',
  audit_entries: 'the chain of the records themselves',
  audit_heads: 'the chain of the records themselves',
} as const;
