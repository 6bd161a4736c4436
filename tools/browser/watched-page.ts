import type { BrowserContext, Page } from 'playwright-core';

/** A page together with everything that went wrong on it. */
export interface WatchedPage {
  readonly page: Page;
  /** Errors and warnings of its scripts, and requests that failed; forgotten once they are read. */
  complaints(): string[];
}

/** Opens a page and notes what its console says and what it asked for in vain. */
export async function openPage(context: BrowserContext): Promise<WatchedPage> {
  const page = await context.newPage();
  let noted: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      noted.push(`${message.type()}: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => noted.push(`thrown: ${error.message}`));
  return {
    page,
    complaints: () => {
      const said = noted;
      noted = [];
      return said;
    },
  };
}
