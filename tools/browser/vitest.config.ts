import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** All tests in a real browser: `npm run test:browser`. `npm test` has the short one alone. */
export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  test: {
    include: ['tools/browser/**/*.test.ts'],
    globalSetup: ['libs/testkit/src/global-setup.ts'],
    pool: 'forks',
    // One whole system and a browser are as much as two processors bear.
    maxWorkers: 1,
    isolate: false,
    testTimeout: 300_000, // the first one waits for the system to stand
    hookTimeout: 180_000,
    teardownTimeout: 20_000,
    allowOnly: false,
  },
});
