import { expect, it } from 'vitest';
import { parseText } from '../syntax.ts';
import { findUnexplainedAssertions } from './assertions.ts';
import { findImpureDecisions } from './decisions.ts';
import { findBannedPaths, findBannedSymbols } from './names.ts';
import { findOpenReminders } from './reminders.ts';
import { noteSizes } from './sizes.ts';
import { findIdleTests } from './tests.ts';

it('finds files and folders that are named after nothing', () => {
  const paths = [
    'libs/kernel/src/utils.ts',
    'libs/shared/src/a.ts',
    'libs/kernel/src/money.ts',
    'k8s/base/crm/a.yaml',
  ];
  expect(findBannedPaths(paths)).toEqual([
    'libs/kernel/src/utils.ts: nothing is called "utils"',
    'libs/shared/src/a.ts: nothing is called "shared"',
  ]);
});

it.each([
  ['export class OrderManager {}', 'manager'],
  ['const date_helper = 1;', 'helper'],
  ['export function baseOf() { return 1; }', 'base'],
  ['type StoreImpl = 1;', 'impl'],
])('finds the name in %s', (text, word) => {
  expect(findBannedSymbols(parseText('a.ts', text))).toEqual([expect.stringContaining(`"${word}"`)]);
});

it('finds an I in front of a type, but not a type that begins with one', () => {
  const text = 'interface IOrder { a: 1 }\nexport type Itinerary = 1;\ntype IDCard = 2;';
  expect(findBannedSymbols(parseText('a.ts', text))).toEqual(['a.ts:1: IOrder: no I in front of a type']);
});

it('leaves words alone that only contain a banned one', () => {
  expect(
    findBannedSymbols(parseText('a.ts', 'export const database = 1, implied = 2, commonly = 3;')),
  ).toEqual([]);
});

it('finds tests that are switched off', () => {
  const text =
    "import { it } from 'vitest';\nit.skip('a', () => { expect(1).toBe(1); });\ndescribe.only('b', () => {});";
  expect(findIdleTests(parseText('a.test.ts', text))).toEqual([
    'a.test.ts:2: it.skip: every test runs',
    'a.test.ts:3: describe.only: every test runs',
  ]);
});

it('finds a test file that asserts nothing', () => {
  expect(findIdleTests(parseText('a.test.ts', "it('a', () => { run(); });"))).toEqual([
    'a.test.ts: a test file that asserts nothing',
  ]);
});

it.each(['expect(1).toBe(1)', 'fc.assert(rule)', 'expectProblem(answer, 422)', 'assert(true)'])(
  'takes %s for an assertion',
  (call) => {
    expect(findIdleTests(parseText('a.test.ts', `it('a', () => { ${call}; });`))).toEqual([]);
  },
);

it('finds an `as` that nobody explained', () => {
  expect(findUnexplainedAssertions(parseText('a.ts', 'const a = 1;\nconst b = a as Money;'))).toHaveLength(1);
});

it.each([
  'const b = a as Money; // The database checks it.',
  '// The database checks it.\nconst b = a as Money;',
  'const b = {\n  // The database checks it.\n  c: a as Money,\n};',
  'const b = [1] as const;',
  'const b = a as unknown;',
])('accepts %j', (text) => {
  expect(findUnexplainedAssertions(parseText('a.ts', `${text}\n`))).toEqual([]);
});

it.each([
  ['Date.now()', 'Date.now'],
  ['new Date()', 'new Date()'],
  ['Temporal.Now.instant()', 'Temporal.Now'],
  ['Math.random()', 'Math.random'],
  ['crypto.randomUUID()', 'crypto'],
  ["process.env['A']", 'process'],
  ["fetch('http://a')", 'fetch'],
])('finds %s in a decision', (expression, named) => {
  expect(findImpureDecisions(parseText('decide.ts', `export const decide = () => ${expression};`))).toEqual([
    `decide.ts:1: a decision is pure, but this uses ${named}`,
  ]);
});

it('accepts a decision that is told what time it is', () => {
  const text =
    'export const decide = (now: Date, command: { process: string }) => [new Date(now), command.process];';
  expect(findImpureDecisions(parseText('decide.ts', text))).toEqual([]);
});

it('finds reminders without an end', () => {
  const word = 'TODO';
  const text = `// ${word} make it faster\n# ${word}: remove once every agency has moved\nconst ${word} = 1;`;
  expect(findOpenReminders('a.ts', text)).toEqual([`a.ts:1: ${word} without a condition for its removal`]);
});

it('notes long files and long functions', () => {
  const text = `export function long() {\n${'  step();\n'.repeat(60)}}\n${'step();\n'.repeat(200)}`;
  expect(noteSizes(parseText('a.ts', text))).toEqual(['a.ts: 262 lines', 'a.ts:1: long has 62 lines']);
});
