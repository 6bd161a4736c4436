const test = '(\\.test\\.ts$|/fixtures/)';
const slice = '^services/([^/]+)/src/([^/]+)/([^/]+)/';

/** The boundaries of the house. `tools/check/boundaries.ts` also asserts that enough was looked at. */
/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'a-service-never-imports-another',
      comment: 'Ask over gRPC, or keep a read model built from events.',
      severity: 'error',
      from: { path: '^services/([^/]+)/' },
      to: { path: '^services/', pathNot: '^services/$1/' },
    },
    {
      name: 'a-library-never-imports-a-service-or-a-tool',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^(services|tools)/' },
    },
    {
      name: 'a-service-never-imports-a-tool',
      severity: 'error',
      from: { path: '^services/' },
      to: { path: '^tools/' },
    },
    {
      name: 'libraries-are-imported-by-name',
      comment: 'By its package name only what a library exports can be reached.',
      severity: 'error',
      from: { path: '^(libs/[^/]+|services|tools)/' },
      to: {
        path: '^libs/',
        pathNot: '^$1/',
        dependencyTypes: ['local'],
        dependencyTypesNot: ['aliased-workspace'],
      },
    },
    {
      name: 'the-kernel-knows-nothing-of-node',
      comment: 'libs/kernel is pure: no I/O. Only randomness for ids comes from node:crypto.',
      severity: 'error',
      from: { path: '^libs/kernel/', pathNot: test },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    {
      name: 'the-kernel-needs-only-money',
      comment: 'libs/kernel uses no package but dinero.js and no other library.',
      severity: 'error',
      from: { path: '^libs/kernel/', pathNot: test },
      to: { pathNot: '^(libs/kernel/|node_modules/dinero\\.js/)', dependencyTypesNot: ['core'] },
    },
    {
      name: 'a-decision-is-pure',
      comment:
        'decide.ts sees the kernel, contracts, the principal and its own noun: no I/O, no other role file.',
      severity: 'error',
      from: { path: '^services/([^/]+)/src/.*/decide\\.ts$' },
      to: {
        pathNot: [
          '^libs/(kernel|contracts|access)/',
          '^services/$1/src/(?!main\\.ts|config\\.ts|service\\.ts)(?!.*(route|rpc|consumer|handle|query)\\.ts$)',
        ],
      },
    },
    {
      name: 'a-slice-never-imports-another-slice',
      comment: 'What two slices need belongs into the files of their noun.',
      severity: 'error',
      from: { path: slice, pathNot: test },
      to: {
        path: '^services/[^/]+/src/[^/]+/[^/]+/(route|rpc|consumer|handle|decide)\\.ts$',
        pathNot: '^services/$1/src/$2/$3/',
      },
    },
    {
      name: 'generated-code-comes-through-contracts',
      severity: 'error',
      from: { pathNot: '^libs/contracts/src/' },
      to: { path: '^libs/contracts/src/gen/' },
    },
    {
      name: 'tests-stay-out-of-the-product',
      severity: 'error',
      from: { path: '^(libs|services)/', pathNot: [test, '^libs/testkit/'] },
      to: { path: [test, '^libs/testkit/'] },
    },
    {
      name: 'no-circles',
      comment: 'A page may name its route, which loads it only when somebody goes there.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['dynamic-import'] } },
    },
    { name: 'every-import-leads-somewhere', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    // TypeScript 7 has no JavaScript API for other tools; without a parser every rule would pass on nothing.
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^tools/load/k6/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
