import { join } from 'node:path';
import { migrate } from '@yitu/persistence';

/** Services with a schema of their own, each before those that ask it. */
export const servicesWithSchema = [
  'identity',
  'crm',
  'booking',
  'itinerary',
  'finance',
  'notifications',
  'analytics',
] as const;

/** Passwords by role name (`yitu_booking`, `yitu_booking_worker`). */
export type RolePasswords = Readonly<Record<string, string>>;

/**
 * Brings every service's schema to the newest state, one after the other, and tells when each is there.
 * @param adminUrl a connection that may create roles and schemas
 * @returns per service the migrations applied now, as `<service>/<name>`
 */
export async function* migrateInTurn(
  adminUrl: string,
  passwords: RolePasswords,
): AsyncGenerator<{ service: string; applied: string[] }> {
  for (const service of servicesWithSchema)
    yield { service, applied: await migrateService(adminUrl, service, passwords) };
}

/** The same, for who wants to know only the end of it. @returns the migrations of all services applied now */
export async function migrateAll(adminUrl: string, passwords: RolePasswords): Promise<string[]> {
  const all = await Array.fromAsync(migrateInTurn(adminUrl, passwords));
  return all.flatMap(({ applied }) => applied);
}

/** The same for one service. @throws when a password of its two roles is missing */
export async function migrateService(
  adminUrl: string,
  service: string,
  passwords: RolePasswords,
): Promise<string[]> {
  const folder = join(import.meta.dirname, '../../services', service, 'migrations');
  const names = await migrate({
    adminUrl,
    service,
    folder,
    passwords: {
      service: passwordOf(passwords, `yitu_${service}`),
      worker: passwordOf(passwords, `yitu_${service}_worker`),
    },
  });
  return names.map((name) => `${service}/${name}`);
}

function passwordOf(passwords: RolePasswords, role: string): string {
  const password = passwords[role];
  if (!password) throw new Error(`there is no password for the role ${role}`);
  return password;
}
