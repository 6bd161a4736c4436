import { readConfig } from './config.ts';
import { migrateAll, migrateService, type RolePasswords } from './migrate.ts';

// node tools/migrate/main.ts [service]
const { ADMIN_DATABASE_URL, ROLE_PASSWORDS } = readConfig();
const passwords = JSON.parse(ROLE_PASSWORDS) as RolePasswords; // migrateAll checks that each needed one is there
const [service] = process.argv.slice(2);
const applied = service
  ? await migrateService(ADMIN_DATABASE_URL, service, passwords)
  : await migrateAll(ADMIN_DATABASE_URL, passwords);
for (const name of applied) console.log(`applied ${name}`);
if (applied.length === 0) console.log('the schemas are current');
