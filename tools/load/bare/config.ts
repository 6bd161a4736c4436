/** What a program of the bare way is told. @throws when it is not */
export function setting(
  name: 'BARE_TARGET' | 'BARE_DATABASE_URL' | 'BARE_NATS_URL' | 'BARE_LISTENER',
): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}
