import { systemClock } from '@yitu/kernel';
import { startMailSink } from '@yitu/testkit';
import { startWorldOn, type World } from '@yitu/testkit/without-vitest';
import type { Browser, BrowserContext } from 'playwright-core';
import { inject } from 'vitest';
import { buildConsoleIfChanged, CONSOLE } from '../build/console.ts';
import { searchPath } from '../load/config.ts';
import { demoPassword, type Stage } from '../story/cast.ts';
import { agencies, fillDemo } from '../story/demo.ts';
import { startChromium } from './chromium.ts';
import { openPage, type WatchedPage } from './watched-page.ts';

export interface Look {
  readonly locale?: 'zh' | 'en';
  /** Of the window, in pixels; 390 is a telephone. */
  readonly width?: number;
}

/** The whole system with its demo, and a browser to look at it. */
export interface BrowserStage {
  readonly world: World;
  readonly stage: Stage;
  readonly origin: string;
  readonly agency: string;
  readonly password: string;
  /** A page of somebody who has not signed in. */
  visit(look?: Look): Promise<WatchedPage>;
  /** A page of somebody who has. @param login of one of the demo's people */
  as(login: string, look?: Look): Promise<WatchedPage>;
  close(): Promise<void>;
}

const services = [
  'identity',
  'crm',
  'booking',
  'itinerary',
  'finance',
  'notifications',
  'analytics',
  'gateway',
] as const;

/** Starts everything, with what `npm start` shows. */
export async function setTheStage(): Promise<BrowserStage> {
  await buildConsoleIfChanged();
  const browser = await startChromium(searchPath());
  const mail = await startMailSink();
  const template = { postgresUrl: inject('postgresUrl'), secrets: inject('secrets') };
  const environment = { gateway: { CONSOLE_DIR: CONSOLE } };
  // By its name: browsers keep passkeys for names alone.
  const hostName = 'localhost';
  const world = await startWorldOn(template, { services, hostName, smtpUrl: mail.smtpUrl, environment });
  const { operatorSecret } = world.surroundings.secrets;
  const origin = world.url('gateway');
  const stage: Stage = { origin, operatorSecret, mailUrl: mail.httpUrl, clock: systemClock };
  await fillDemo({
    ...{ gatewayUrl: origin, operatorSecret, mailSinkUrl: mail.httpUrl, clock: systemClock },
    log: () => undefined,
  });
  const [{ code: agency }] = agencies;
  const password = demoPassword(stage);
  const visit = async (look: Look = {}) => openPage(await newContext(browser, origin, look));
  return {
    ...{ world, stage, origin, agency, password, visit },
    as: async (login, look = {}) => {
      const context = await newContext(browser, origin, look);
      const session = await context.request.post('/session', {
        data: { agency, login, password },
        headers: { origin },
      });
      if (!session.ok()) throw new Error(`${login} could not sign in: ${session.status()}`);
      return openPage(context);
    },
    close: async () => {
      await browser.close();
      await world.close();
      await mail.stop();
    },
  };
}

function newContext(
  browser: Browser,
  baseURL: string,
  { locale = 'zh', width = 1440 }: Look,
): Promise<BrowserContext> {
  return browser.newContext({
    baseURL,
    locale: locale === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
    viewport: { width, height: width < 600 ? 844 : 900 },
    ...(width < 600 && { isMobile: true, hasTouch: true }),
    reducedMotion: 'reduce',
  });
}
