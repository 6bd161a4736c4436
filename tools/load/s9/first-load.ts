import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { chromiumArguments, findChromium, startChromium } from '../../browser/chromium.ts';
import { searchPath } from '../config.ts';
import { findProgram } from '../measure/find-program.ts';
import type { Outcome, Stage } from '../scenario.ts';
import { verdictOf } from '../verdict.ts';
import { performanceOf } from './lighthouse.ts';

/** Where people come in. */
const firstPages = ['/sign-in', '/portal/sign-in', '/portal/register?agency=yunqi'] as const;
const mostKilobytes = 300;
const leastScore = 95;

interface FirstLoad {
  readonly path: string;
  /** Script before the page is there, compressed by gzip, in kB of 1,000 bytes. */
  readonly scriptKilobytes: number;
  /** Lighthouse's, of 100, as a computer on a desk and as a telephone; undefined where there is no Lighthouse. */
  readonly desktop?: number;
  readonly mobile?: number;
}

/** S9: what the first page of a newcomer loads, and Lighthouse's judgement of it. */
export async function firstLoad({ system, tell }: Stage): Promise<Outcome> {
  tell('S9: the first page of somebody who was never here');
  const path = searchPath();
  const chromiumPath = findChromium(path);
  const lighthouse = findProgram(path, 'lighthouse');
  if (lighthouse === undefined)
    tell(
      'There is no Lighthouse here (npm install --global lighthouse@13.5.0): its part is not measured, so the promise is not shown.',
    );
  const browser = await startChromium(path);
  const loads: FirstLoad[] = [];
  try {
    for (const page of firstPages) {
      const url = `${system.origin}${page}`;
      const scriptKilobytes = await scriptOf(browser, url);
      const judge = (form: 'desktop' | 'mobile') =>
        lighthouse === undefined
          ? undefined
          : performanceOf({ lighthouse, chromiumPath, url, form, flags: chromiumArguments() });
      const desktop = await judge('desktop');
      const mobile = await judge('mobile');
      const load = {
        ...{ path: page, scriptKilobytes },
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

/** Every script the browser asks for until nothing more comes, whether named by the page or by another script. */
async function scriptOf(browser: Browser, url: string): Promise<number> {
  const page = await browser.newPage();
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script')
      sizes.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
  });
  await page.goto(url);
  await page.getByRole('button').first().waitFor();
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  await page.close();
  return Math.round(bytes / 100) / 10;
}

const lineOf = ({ path, scriptKilobytes, desktop, mobile }: FirstLoad): string =>
  `${path.padEnd(18)} ${scriptKilobytes} kB of script` +
  (desktop === undefined ? '' : `, Lighthouse performance ${desktop} on a desktop, ${mobile} on a telephone`);

function outcomeOf(loads: readonly FirstLoad[], tell: (line: string) => void): Outcome {
  const missed = loads.flatMap(({ path, scriptKilobytes, desktop }) => [
    ...(scriptKilobytes > mostKilobytes ? [`${path} loads ${scriptKilobytes} kB`] : []),
    ...(desktop === undefined ? [`${path} was not judged by Lighthouse`] : []),
    ...(desktop !== undefined && desktop < leastScore ? [`${path} has ${desktop}`] : []),
  ]);
  tell(verdictOf(missed));
  return {
    result: { id: 'S9', pages: loads },
    errors: 0,
    summary: {
      promise: `≤ ${mostKilobytes} kB of script; Lighthouse performance ≥ ${leastScore}`,
      measured: loads
        .map(({ path, scriptKilobytes, desktop }) => `${path} ${scriptKilobytes} kB, ${desktop ?? '–'}`)
        .join('; '),
      floor: '–',
      kept: missed.length === 0,
    },
  };
}
