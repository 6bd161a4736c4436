import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { format } from 'prettier';
import { asyncApi } from './asyncapi.ts';
import { consoleClient } from './console-client.ts';
import { describeImage, type Image } from './image.ts';
import { catalogueSource } from './catalogue.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');
const gen = 'libs/contracts/src/gen';

/** Every generated file by its path from the root. */
async function generated(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const out = await mkdtemp(join(root, '.yitu/generate-'));
  try {
    const buf = join(root, 'node_modules/.bin/buf');
    await run(buf, ['generate', '--output', join(out, 'libs/contracts')], { cwd: join(root, 'proto') });
    const tree = join(out, 'libs/contracts/src/gen');
    for (const entry of await readdir(tree, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      files.set(join(gen, path.slice(tree.length + 1)), await readFile(path, 'utf8'));
    }
    const image = await run(buf, ['build', '-o', '-#format=json'], {
      cwd: join(root, 'proto'),
      maxBuffer: 1 << 26,
    });
    const described = describeImage(JSON.parse(image.stdout) as Image); // buf's own form
    for (const [path, content] of await consoleClient()) files.set(path, content);
    files.set(join(gen, 'catalogue.ts'), await typescript(catalogueSource(described)));
    files.set(join(gen, 'asyncapi.json'), `${JSON.stringify(asyncApi(described), null, 2)}\n`);
    return files;
  } finally {
    await rm(out, { recursive: true });
  }
}

const typescript = (source: string) =>
  format(source, { parser: 'typescript', singleQuote: true, printWidth: 110 });

/**
 * Writes what is derived from `proto/`: messages and rpc (ts-proto), the catalogue of events and of rpc declarations, the AsyncAPI document; and of
 * the services' routes: the types of the console's client.
 * With `check` nothing is written.
 * @returns the paths whose content differs from what is on disk; empty when all is current.
 */
export async function generate({ check }: { check: boolean }): Promise<string[]> {
  const differing: string[] = [];
  for (const [path, content] of await generated()) {
    const current = await readFile(join(root, path), 'utf8').catch(() => undefined);
    if (current === content) continue;
    differing.push(path);
    if (check) continue;
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
  return differing;
}
