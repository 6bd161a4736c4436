/** The administrator's connection to the database that holds the floor's tables. @throws when it is not set */
export function databaseUrl(): string {
  const url = process.env['FLOOR_DATABASE_URL'];
  if (!url) throw new Error('FLOOR_DATABASE_URL is not set');
  return url;
}
