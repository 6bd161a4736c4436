import { chromium, type Browser } from 'playwright-core';
import { surroundingVariables } from '../faults/config.ts';
import { findProgram } from '../load/measure/find-program.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** There is no browser on this machine; `message` says how to get one. */
export class NoChromium extends Error {
  override readonly name = 'NoChromium';
}

/** Where Chromium is. @param searchPath the folders of PATH @throws NoChromium */
export function findChromium(searchPath: string): string {
  const found = findProgram(searchPath, ...names);
  if (found === undefined)
    throw new NoChromium(
      'There is no Chromium here. Install it: sudo apt-get install -y chromium fonts-noto-cjk',
    );
  return found;
}

/** Options Chromium needs here: it does not start its sandbox for root, as which containers and CI run. */
export const chromiumArguments = (): string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);

/**
 * Starts the Chromium of this machine. @param searchPath the folders of PATH @throws NoChromium
 *
 * The language is set, for without one Chromium takes file names to be ASCII and calls a downloaded file with a Chinese name "download".
 */
export const startChromium = (searchPath: string): Promise<Browser> =>
  chromium.launch({
    executablePath: findChromium(searchPath),
    args: chromiumArguments(),
    env: { ...surroundingVariables(), LC_ALL: 'C.UTF-8' },
  });
