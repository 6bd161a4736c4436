import { dirname } from 'node:path';

/**
 * Gives every workspace the target `test` and the repository `check` besides, so that `nx affected -t test` runs
 * only what a change can break. JavaScript, because nx runs under whatever Node the machine has; the targets
 * themselves start through the bootstrap.
 */
export const createNodes = [
  '{package.json,{libs,services}/*/package.json}',
  (files) =>
    files.map((file) => [file, { projects: { [dirname(file)]: { targets: targetsOf(dirname(file)) } } }]),
];

function targetsOf(root) {
  return root === '.' ? { check, test: testOf('tools') } : { test: testOf(root) };
}

const check = {
  command: 'sh tools/bootstrap.sh tools/check/main.ts',
  cache: true,
  inputs: ['{workspaceRoot}/**/*'],
};

function testOf(folder) {
  return {
    command: `sh tools/bootstrap.sh tools/test/main.ts ${folder}/`,
    cache: true,
    // The libraries it stands on count too, and what decides how tests run. Tests of a service start others.
    inputs: ['default', '^default', 'testing', ...(folder.startsWith('services/') ? ['services'] : [])],
    // Each run starts its own PostgreSQL and NATS and uses every core.
    parallelism: false,
  };
}
