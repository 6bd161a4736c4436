import { delimiter, join } from 'node:path';

/** The environment of the tools a check runs: this Node and the packages of the repository go first. */
export const toolEnvironment: NodeJS.ProcessEnv = {
  ...process.env,
  PATH: [join(process.execPath, '..'), join(process.cwd(), 'node_modules/.bin'), process.env['PATH']].join(
    delimiter,
  ),
  NO_COLOR: '1',
};
