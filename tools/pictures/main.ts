import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { NoChromium, startChromium } from '../browser/chromium.ts';
import { searchPath } from '../load/config.ts';
import { demoPassword, type Stage } from '../story/cast.ts';
import { runningStage } from '../story/config.ts';
import { agencies } from '../story/demo.ts';
import { ensureComingTrip } from './coming-trip.ts';
import { pages, type Pictured } from './pages.ts';

const folder = join(import.meta.dirname, '../../docs/pictures');
const looks = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const;
const locales = { zh: 'zh-CN', en: 'en-GB' } as const;

/** `npm run pictures`: takes pictures of the main pages of the system that runs here, for the README. */
async function main(): Promise<number> {
  const stage = await runningStage();
  if (!stage) {
    console.error('Yitu does not run here. Start it in another terminal: npm start');
    return 1;
  }
  await ensureComingTrip(stage, agencies[0].code);
  const browser = await startChromium(searchPath());
  await mkdir(folder, { recursive: true });
  try {
    for (const [locale, tag] of Object.entries(locales))
      for (const look of looks) {
        const label = `${look.width}-${locale}`;
        for (const page of pages) await take(browser, stage, page, { ...look, tag, label });
        console.log(`${pages.length} pictures, ${look.width} wide, ${locale}`);
      }
  } finally {
    await browser.close();
  }
  return 0;
}

interface Look {
  readonly width: number;
  readonly height: number;
  /** Of the browser's language. */
  readonly tag: string;
  readonly label: string;
}

async function take(browser: Browser, stage: Stage, pictured: Pictured, look: Look): Promise<void> {
  const { width, height, tag, label } = look;
  const context = await browser.newContext({
    baseURL: stage.origin,
    locale: tag,
    timezoneId: 'Asia/Shanghai',
    viewport: { width, height },
    reducedMotion: 'reduce',
  });
  if (pictured.login !== undefined) await signIn(context, stage, pictured.login);
  const page = await context.newPage();
  await page.goto(pictured.path);
  if (pictured.follow !== undefined) await follow(page, pictured);
  await settled(page, height);
  await page.screenshot({
    path: join(folder, `${pictured.name}-${label}.jpg`),
    type: 'jpeg',
    quality: 80,
  });
  await context.close();
}

/** Opens what a link leads to, anew: after a click the list's heading would still be there for a while. */
async function follow(page: Page, { follow: start, newest, below = '' }: Pictured): Promise<void> {
  const links = page.locator(`main a[href^="${start}"]`);
  await links.first().waitFor();
  const path = await (newest ? links.first() : links.last()).getAttribute('href');
  if (path === null) throw new Error(`no link to ${start} on ${page.url()}`);
  await page.goto(`${path}${below}`);
}

async function signIn(context: BrowserContext, stage: Stage, login: string): Promise<void> {
  const [{ code: agency }] = agencies;
  const answer = await context.request.post('/session', {
    data: { agency, login, password: demoPassword(stage) },
    headers: { origin: stage.origin },
  });
  if (!answer.ok()) throw new Error(`${login} could not sign in: ${answer.status()}`);
}

const waiting = '.waiting, .ant-spin-spinning, [aria-busy="true"]';

/** Until the page has its heading, waits for nothing more, and its pictures are there. */
async function settled(page: Page, height: number): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  while ((await page.locator(waiting).count()) > 0)
    await page.locator(waiting).first().waitFor({ state: 'detached' });
  // A cover is asked for after what it covers.
  await page.waitForLoadState('networkidle');
  await page.locator('main img').evaluateAll(drawn, height);
}

interface InPage {
  readonly getBoundingClientRect: () => { readonly top: number };
  readonly decode: () => Promise<void>;
}

/** Runs in the page. Pictures further down are lazy: they would never come. @param images its `HTMLImageElement`s */
const drawn = (images: readonly unknown[], height: number) => {
  const inSight = (images as InPage[]).filter((image) => image.getBoundingClientRect().top < height); // see above
  return Promise.allSettled(inSight.map((image) => image.decode()));
};

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof NoChromium ? error.message : error);
  process.exitCode = 1;
}
