import { execFile } from 'node:child_process';
import { globSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { laterFiles } from './first-loads.ts';
import { isCurrent, noteInputs } from './inputs.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** Where the web application that `npm start` serves is kept. */
export const CONSOLE = join(ROOT, '.yitu/console');

/** Builds the web application: its two pages, and its scripts and styles in `console/`, compressed once so that the gateway need not. What lies in the folder is replaced. */
export async function buildConsole(folder: string): Promise<void> {
  const since = Date.now();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // A process of its own: whatever NODE_ENV ours has (tests have one), this is for production.
  const vite = [
    join(ROOT, 'node_modules/vite/bin/vite.js'),
    'build',
    '--outDir',
    folder,
    '--logLevel',
    'warn',
  ];
  await promisify(execFile)('env', ['NODE_ENV=production', process.execPath, ...vite], {
    cwd: join(ROOT, 'services/console'),
  });
  await compressAll(join(folder, 'console'));
  writeFileSync(join(folder, 'pages.json'), JSON.stringify(laterFiles(folder)));
  const sources = globSync('services/console/{*.*,src/**/*.*}', { cwd: ROOT });
  noteInputs(
    folder,
    sources.map((file) => join(ROOT, file)),
    since,
  );
}

/** Builds for `npm start`, unless nothing has changed since the last time. @returns whether it was built */
export async function buildConsoleIfChanged(): Promise<boolean> {
  if (isCurrent(CONSOLE)) return false;
  await buildConsole(CONSOLE);
  return true;
}

async function compressAll(folder: string): Promise<void> {
  const texts = readdirSync(folder).filter((name) => /\.(js|css|svg)$/.test(name));
  await Promise.all(
    texts.map(async (name) => {
      const file = join(folder, name);
      const content = readFileSync(file);
      const [br, gz] = await Promise.all([
        // 9 of 11: the last two take ten times as long for two percent.
        promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
        promisify(gzip)(content, { level: 9 }),
      ]);
      writeFileSync(`${file}.br`, br);
      writeFileSync(`${file}.gz`, gz);
    }),
  );
}
