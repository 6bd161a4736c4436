import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext } from 'playwright-core';
import { chromiumArguments, findChromium, startChromium } from '../../browser/chromium.ts';
import { mostKilobytes } from '../../build/first-loads.ts';
import { customerName, demoPassword, type Stage as Story } from '../../story/cast.ts';
import { runningStage } from '../../story/config.ts';
import { agencies } from '../../story/demo.ts';
import { searchPath } from '../config.ts';
import { findProgram } from '../measure/find-program.ts';
import type { Outcome, Stage } from '../scenario.ts';
import { verdictOf } from '../verdict.ts';
import { performanceOf } from './lighthouse.ts';

interface FirstPage {
  readonly path: string;
  /** Whose first page it is; nobody's where one is to sign in or to register. */
  readonly login?: string;
}

/** Where people come in: before they have signed in, and afterwards by an address they keep. */
const firstPages: readonly FirstPage[] = [
  { path: '/sign-in' },
  { path: '/portal/sign-in' },
  { path: '/portal/register?agency=yunqi' },
  { path: '/', login: 'li.na' },
  { path: '/', login: 'sun.yue' },
  { path: '/orders', login: 'li.na' },
  { path: '/portal/', login: customerName },
  { path: '/portal/orders', login: customerName },
];
const leastScore = 95;

interface FirstLoad {
  readonly path: string;
  readonly login: string | undefined;
  /** Script before the page is there, compressed by gzip, in kB of 1,000 bytes. */
  readonly scriptKilobytes: number;
  /** Script that comes afterwards by itself: fields of filters, charts. */
  readonly laterKilobytes: number;
  /** Lighthouse's, of 100, as a computer on a desk and as a telephone; undefined where there is no Lighthouse. */
  readonly desktop?: number;
  readonly mobile?: number;
}

/** S9: what first pages load in a browser that was never here, and Lighthouse's judgement of it. */
export async function firstLoad({ system, tell }: Stage): Promise<Outcome> {
  tell('S9: first pages in a browser that was never here');
  const path = searchPath();
  const chromiumPath = findChromium(path);
  const lighthouse = findProgram(path, 'lighthouse');
  if (lighthouse === undefined)
    tell(
      'There is no Lighthouse here (npm install --global lighthouse@13.5.0): its part is not measured, so the promise is not shown.',
    );
  const stage = await runningStage();
  if (!stage) throw new Error('The system stopped before it was measured');
  const browser = await startChromium(path);
  const loads: FirstLoad[] = [];
  try {
    for (const page of firstPages) {
      const visit = await comeIn(browser, stage, page);
      const url = `${system.origin}${page.path}`;
      const script = await scriptOf(visit, url);
      const cookies = await visit.cookies(system.origin);
      await visit.close();
      const judge = (form: 'desktop' | 'mobile') =>
        lighthouse === undefined
          ? undefined
          : performanceOf({ lighthouse, chromiumPath, url, form, cookies, flags: chromiumArguments() });
      const desktop = await judge('desktop');
      const mobile = await judge('mobile');
      const load = {
        ...{ path: page.path, login: page.login, ...script },
        ...(desktop !== undefined && mobile !== undefined && { desktop, mobile }),
      };
      tell(lineOf(load));
      loads.push(load);
    }
  } finally {
    await browser.close();
  }
  return outcomeOf(loads, tell);
}

/** A browser that was never here, of somebody who has signed in or not. */
async function comeIn(browser: Browser, stage: Story, { login }: FirstPage): Promise<BrowserContext> {
  const visit = await browser.newContext({ baseURL: stage.origin });
  if (login === undefined) return visit;
  const [{ code: agency }] = agencies;
  const answer = await visit.request.post('/session', {
    data: { agency, login, password: demoPassword(stage) },
    headers: { origin: stage.origin },
  });
  if (!answer.ok()) throw new Error(`${login} could not sign in: ${answer.status()}`);
  return visit;
}

/** Every script the browser asks for, whether named by the page or by another script: until the page is there, and until nothing more comes. */
async function scriptOf(
  visit: BrowserContext,
  url: string,
): Promise<Pick<FirstLoad, 'scriptKilobytes' | 'laterKilobytes'>> {
  const page = await visit.newPage();
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script')
      sizes.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
  });
  const loaded = async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  await page.goto(url);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  const before = await loaded();
  await page.waitForLoadState('networkidle');
  const later = (await loaded()) - before;
  await page.close();
  return { scriptKilobytes: kilobytes(before), laterKilobytes: kilobytes(later) };
}

const kilobytes = (bytes: number): number => Math.round(bytes / 100) / 10;
const nameOf = ({ path, login }: FirstPage | FirstLoad): string =>
  login === undefined ? path : `${path} (${login})`;

const lineOf = (load: FirstLoad): string =>
  `${nameOf(load).padEnd(30)} ${load.scriptKilobytes} kB of script, ${load.laterKilobytes} kB later` +
  (load.desktop === undefined
    ? ''
    : `, Lighthouse performance ${load.desktop} on a desktop, ${load.mobile} on a telephone`);

function outcomeOf(loads: readonly FirstLoad[], tell: (line: string) => void): Outcome {
  const missed = loads.flatMap((load) => [
    ...(load.scriptKilobytes > mostKilobytes ? [`${nameOf(load)} loads ${load.scriptKilobytes} kB`] : []),
    ...(load.desktop === undefined ? [`${nameOf(load)} was not judged by Lighthouse`] : []),
    ...(load.desktop !== undefined && load.desktop < leastScore
      ? [`${nameOf(load)} has ${load.desktop}`]
      : []),
  ]);
  tell(verdictOf(missed));
  return {
    result: { id: 'S9', pages: loads },
    errors: 0,
    summary: {
      promise: `≤ ${mostKilobytes} kB of script; Lighthouse performance ≥ ${leastScore}`,
      measured: loads
        .map((load) => `${nameOf(load)} ${load.scriptKilobytes} kB, ${load.desktop ?? '–'}`)
        .join('; '),
      floor: '–',
      kept: missed.length === 0,
    },
  };
}
