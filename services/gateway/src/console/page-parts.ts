import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Scripts a page needs beyond what its HTML names, by its address; one that ends with `…` is for all below it. */
type Parts = Readonly<Record<string, readonly string[]>>;

/**
 * The scripts a browser will ask for once those before have run, by what is written beside the pages (`pages.json`); none where nothing is known of the
 * address. Who is not signed in comes to the sign-in, whatever the address.
 * @param path of the address, without its query
 */
export async function partsOfPage(
  folder: string,
  path: string,
  signedIn: boolean,
): Promise<readonly string[]> {
  const parts = await readParts(folder);
  const asked = path === '/portal' ? '/portal/' : path;
  const portal = asked.startsWith('/portal/');
  if (!signedIn && asked !== '/portal/register') return parts[portal ? '/portal/sign-in' : '/sign-in'] ?? [];
  const exact = parts[asked];
  if (exact) return exact;
  const below = Object.keys(parts).find((one) => one.endsWith('…') && asked.startsWith(one.slice(0, -1)));
  return below === undefined ? [] : (parts[below] ?? []);
}

async function readParts(folder: string): Promise<Parts> {
  const file = join(folder, 'pages.json');
  // It only makes pages come sooner.
  if (!existsSync(file)) return {};
  return JSON.parse(await readFile(file, 'utf8')) as Parts; // written by the build
}
