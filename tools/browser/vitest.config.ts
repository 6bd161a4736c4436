import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** All tests in a real browser: `npm run test:browser`. `npm test` has the short one alone. */
export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  test: {
    include: ['tools/browser/**/*.test.ts'],
    globalSetup: ['libs/testkit/src/global-setup.ts'],
    pool: 'forks',
    // Each has a whole system of its own; two of them and a browser are as much as two processors bear.
    maxWorkers: 1,
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 180_000,
    teardownTimeout: 20_000,
    allowOnly: false,
  },
});
