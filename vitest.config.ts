import { availableParallelism } from 'node:os';
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const workspaces = globSync('{libs,services}/*/package.json').map((file) =>
  file.replace('/package.json', ''),
);

/** One project per workspace, so that `npm test -- --project booking` picks its tests. */
const projects = [...workspaces, 'tools'].map((folder) => ({
  extends: true as const,
  test: {
    name: basename(folder),
    include: [`${folder}/**/*.test.ts`],
    // Every test in a browser: `npm run test:browser`.
    exclude: ['**/node_modules/**', 'tools/browser/whole/**'],
    // Only the root starts the servers: a project that inherited this would start its own.
    globalSetup: [],
  },
}));

/** Tests of the whole system take longest. One of them that came last would keep a single processor busy for a minute. */
class WholeSystemFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- vitest's own order, not an array's
    const sorted = await super.sort(files);
    const isWhole = ({ project }: TestSpecification) => project.name === 'tools';
    return [...sorted.filter(isWhole), ...sorted.filter((file) => !isWhole(file))];
  }
}

export default defineConfig({
  test: {
    projects,
    globalSetup: ['libs/testkit/src/global-setup.ts'],
    // Processes, not threads: tests send signals and end processes. Not isolated: loading the ORM once per
    // file costs more than most files take, and nothing may hide in a module's state (style.md).
    pool: 'forks',
    isolate: false,
    sequence: { sequencer: WholeSystemFirst },
    // Most tests wait for PostgreSQL, so a second worker pays off even where vitest would start only one.
    maxWorkers: Math.max(2, availableParallelism()),
    testTimeout: 30_000,
    hookTimeout: 60_000,
    teardownTimeout: 20_000,
    allowOnly: false,
  },
});
