import { expect, it } from 'vitest';
import { runChecks } from './run.ts';

async function linesOf(run: () => Promise<{ passed: boolean; output: string; notices?: string[] }>) {
  const lines: string[] = [];
  const tally = await runChecks([{ name: 'probe', run }], 2, (line) => lines.push(line));
  return { tally, text: lines.join('\n') };
}

it('shows nothing but the line of a check that passed', async () => {
  const { tally, text } = await linesOf(() => Promise.resolve({ passed: true, output: 'chatter' }));
  expect(tally).toEqual({ passed: 1, failed: 0 });
  expect(text).toMatch(/^probe +ok +\d+\.\d s$/);
});

it('shows the whole output of a check that failed', async () => {
  const { tally, text } = await linesOf(() => Promise.resolve({ passed: false, output: 'a\nb' }));
  expect(tally).toEqual({ passed: 0, failed: 1 });
  expect(text).toMatch(/^probe +FAILED +\d+\.\d s\na\nb$/);
});

it('counts a check that could not run as failed and shows its error', async () => {
  const { tally, text } = await linesOf(() => Promise.reject(new Error('no such program')));
  expect(tally).toEqual({ passed: 0, failed: 1 });
  expect(text).toContain('no such program');
});

it('shows the notices of a check that passed', async () => {
  const { text } = await linesOf(() => Promise.resolve({ passed: true, output: '', notices: ['long file'] }));
  expect(text).toContain('note: long file');
});
