import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { openApiDocument } from '@yitu/runtime';
import { listRoutes, type Served } from './operations.ts';
import { withNamedSchemas } from './named-schemas.ts';

const root = join(import.meta.dirname, '../..');
const gen = 'services/console/src/api/gen';

/**
 * The types of every operation the console may ask for, made of the services' own OpenAPI documents, one file for each service; and the names of all
 * permissions. Types only: nothing of it is in the console's bundles.
 */
export async function consoleClient(): Promise<Map<string, string>> {
  const routes = await listRoutes();
  const services = [...new Set(routes.map(({ service }) => service))];
  const files = await Promise.all(
    services.map(async (service) => {
      const own = routes.filter((one) => one.service === service).map(({ route }) => route);
      return [
        join(gen, `${service}.ts`),
        await typesOf(service, await openApiDocument(service, own)),
      ] as const;
    }),
  );
  const permissions = routes.map(({ route }) => route.access).filter((access) => access.includes('.'));
  return new Map([...files, [join(gen, 'permissions.ts'), permissionsSource(permissions)]]);
}

async function typesOf(service: Served, document: object): Promise<string> {
  const child = spawn(
    process.execPath,
    [generator(), '--root-types', '--root-types-no-schema-prefix', '--default-non-nullable=false'],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  child.stdin.end(JSON.stringify(withNamedSchemas(document)));
  const source = await text(child.stdout);
  const code = await ended;
  if (code !== 0) throw new Error(`openapi-typescript ended with ${code} for ${service}`);
  return source;
}

/** It needs the older TypeScript beside it in the console's folder: found from there. */
function generator(): string {
  const found = createRequire(join(root, 'services/console/package.json')).resolve(
    'openapi-typescript/package.json',
  );
  return join(dirname(found), 'bin/cli.js');
}

function permissionsSource(permissions: readonly string[]): string {
  const names = [...new Set(permissions)].toSorted().map((name) => `  | '${name}'`);
  return `/** Every permission some operation asks for. Generated. */\nexport type Permission =\n${names.join('\n')};\n`;
}
