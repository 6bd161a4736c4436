import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Most script before a first page, compressed by gzip, in kB of 1,000 bytes (promise S9). */
export const mostKilobytes = 300;

/** What is loaded for a page before anything of it is seen: its half of the application, the frame around it, itself. */
interface FirstPage {
  readonly address: string;
  readonly parts: readonly string[];
}

const staff = (address: string, page: string): FirstPage => ({
  address,
  parts: ['index.html', 'src/staff/frame/staff-frame.tsx', `src/staff/${page}.tsx`],
});
const portal = (address: string, page: string): FirstPage => ({
  address: `/portal${address}`,
  parts: ['portal.html', 'src/portal/frame/portal-frame.tsx', `src/portal/${page}.tsx`],
});

/** Where people come in: by signing in, by an address they keep, by a message. */
const firstPages: readonly FirstPage[] = [
  { address: '/sign-in', parts: ['index.html', 'src/staff/staff-sign-in.tsx'] },
  staff('/', 'home/home-page'),
  staff('/orders', 'orders/orders-page'),
  staff('/customers', 'customers/customers-page'),
  staff('/inbox', 'messages/inbox-page'),
  { address: '/portal/sign-in', parts: ['portal.html', 'src/portal/portal-sign-in.tsx'] },
  { address: '/portal/register', parts: ['portal.html', 'src/portal/registration/register-page.tsx'] },
  portal('/', 'catalogue/discover-page'),
  portal('/products/…', 'catalogue/product/product-page'),
  portal('/guides', 'guides/guides-page'),
  portal('/orders', 'orders/orders-page'),
  portal('/orders/…', 'orders/order-page'),
  portal('/messages', 'messages/messages-page'),
  portal('/account', 'account/account-page'),
];

/** A file as vite's manifest knows it. */
export interface Chunk {
  readonly file: string;
  /** What is loaded with it, by their keys. */
  readonly imports?: readonly string[];
}

export interface FirstLoad {
  readonly address: string;
  readonly kilobytes: number;
}

/**
 * What each first page loads beyond what its HTML names, by its address, as addresses of files: the gateway has browsers ask for it before any of it has
 * run (`pages.json`). @param folder where the console was built into
 */
export function laterFiles(folder: string): Record<string, string[]> {
  const manifest = manifestIn(folder);
  return Object.fromEntries(
    firstPages.map(({ address, parts: [html = '', ...parts] }) => {
      const named = new Set(filesOf(manifest, [html]));
      const later = filesOf(manifest, parts).filter((file) => !named.has(file));
      return [address, later.map((file) => `/${file}`)];
    }),
  );
}

const manifestIn = (folder: string) =>
  JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>; // written by vite

/** What each first page loads of a built console. @param folder where it was built into @throws when a page is no longer there */
export function firstLoads(folder: string): FirstLoad[] {
  const manifest = manifestIn(folder);
  const bytesOf = (file: string) => statSync(join(folder, `${file}.gz`)).size;
  return firstPages.map(({ address, parts }) => {
    const bytes = filesOf(manifest, parts).reduce((sum, file) => sum + bytesOf(file), 0);
    return { address, kilobytes: Math.round(bytes / 100) / 10 };
  });
}

/** Every script that some parts need before they run, each once. @throws when there is no such part */
export function filesOf(manifest: Readonly<Record<string, Chunk>>, parts: readonly string[]): string[] {
  const found = new Map<string, string>();
  const add = (key: string): void => {
    if (found.has(key)) return;
    const chunk = manifest[key];
    if (!chunk) throw new Error(`${key} is no part of the built console: is the list of first pages true?`);
    found.set(key, chunk.file);
    chunk.imports?.forEach(add);
  };
  parts.forEach(add);
  return [...new Set(found.values())];
}

/** Those that load more than is promised. */
export const tooHeavy = (loads: readonly FirstLoad[]): FirstLoad[] =>
  loads.filter(({ kilobytes }) => kilobytes > mostKilobytes);
