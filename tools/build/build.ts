import { execFile } from 'node:child_process';
import { globSync, mkdirSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { isCurrent, noteInputs } from './inputs.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** Where the programs that `npm start` runs are kept. */
export const BUILD = join(ROOT, '.yitu/build');

/**
 * Packages that stay where they are. The instrumentations of pg and gRPC watch how these two are loaded; the others
 * read files of their own folder when they are loaded, or are asked for only where somebody has installed them.
 */
const EXTERNAL = [
  'pg',
  'pg-native',
  '@grpc/grpc-js',
  'grpc-health-check',
  'pino',
  'thread-stream',
  '@fastify/swagger-ui',
  'forwarded-parse',
];

/**
 * Puts each service and its telemetry together as one program: `<folder>/booking.js`, `<folder>/telemetry.js`, with
 * what several of them need in files between them, and source maps. What lies in the folder is replaced.
 */
export async function build(folder: string): Promise<void> {
  const since = Date.now();
  // Loaded only here: the check whether there is anything to build is part of every start.
  const { rolldown } = await import('rolldown');
  const entries = globSync('services/*/src/main.ts', { cwd: ROOT }).map(
    (file) => [basename(resolve(file, '../..')), file] as const,
  );
  const bundle = await rolldown({
    cwd: ROOT,
    platform: 'node',
    input: { telemetry: 'libs/runtime/src/telemetry/preload.ts', ...Object.fromEntries(entries) },
    external: (id) => EXTERNAL.some((name) => id === name || id.startsWith(`${name}/`)),
    experimental: { resolveNewUrlToAsset: true },
    logLevel: 'warn',
  });
  try {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    await bundle.write({ dir: folder, format: 'esm', sourcemap: true, keepNames: true });
    const inputs = (await bundle.watchFiles).filter((file) => !file.includes('/node_modules/'));
    noteInputs(folder, inputs, since);
  } finally {
    await bundle.close();
  }
}

/**
 * Builds for `npm start`, unless nothing has changed since the last time: in a process of its own, for the bundler keeps a gigabyte for as long as
 * its process lives, and ours lives as long as the system. @returns whether it was built
 */
export async function buildIfChanged(): Promise<boolean> {
  if (isCurrent(BUILD)) return false;
  await promisify(execFile)(process.execPath, [join(ROOT, 'tools/build/main.ts'), '--services-only']);
  return true;
}

/**
 * Options and program of one service, for the runtime. The source maps beside it are for who looks for an error
 * (`--enable-source-maps`): always used, they would nearly double what a process needs.
 */
export function programOf(name: string, folder: string): string[] {
  return ['--import', join(folder, 'telemetry.js'), join(folder, `${name}.js`)];
}
