/** What is read anew when somebody's passkeys change. */
export const touches = [
  ['identity', 'me', 'passkey'],
  ['identity', 'me', 'second-factor'],
] as const;
