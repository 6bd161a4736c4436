import { describe, expect, it } from 'vitest';
import { isGood, told } from '../scenario.ts';
import { runAll } from './run-all.ts';

const kept = { promise: '≥ 1', measured: '2', floor: '3', kept: true };

describe('all scenarios', () => {
  it('run one after the other, and each result stands in the one line under its name', async () => {
    const said: string[] = [];
    const scenario = (id: string) => () => {
      said.push(`${id} runs`);
      return Promise.resolve({ result: { id, rate: 7 }, errors: 0, summary: kept });
    };
    const outcome = await runAll({ S1: scenario('S1'), S2: scenario('S2') }, (line) => said.push(line));
    expect(told(outcome)).toEqual({
      id: 'all',
      S1: { id: 'S1', rate: 7, kept: true },
      S2: { id: 'S2', rate: 7, kept: true },
      kept: true,
    });
    expect(isGood(outcome)).toBe(true);
    expect(said).toEqual([
      ...['S1 runs', '', 'S2 runs', ''],
      '   | promise | measured | floor |',
      'S1 | ≥ 1     | 2        | 3     | kept',
      'S2 | ≥ 1     | 2        | 3     | kept',
    ]);
  });

  it('are not hidden by one that fails', async () => {
    const said: string[] = [];
    const failing = () => Promise.reject(new Error('nothing\nanswers'));
    const missing = () =>
      Promise.resolve({ result: { id: 'S2' }, errors: 0, summary: { ...kept, kept: false } });
    const outcome = await runAll({ S1: failing, S2: missing }, (line) => said.push(line));
    const { result, errors } = outcome;
    const [S1, S2] = [{ error: 'nothing\nanswers' }, { id: 'S2', kept: false }];
    expect({ result, errors }).toEqual({ result: { id: 'all', S1, S2, kept: false }, errors: 2 });
    expect(isGood(outcome)).toBe(false);
    expect(said.slice(-2)).toEqual([
      'S1 |         | failed: nothing |       | unknown',
      'S2 | ≥ 1     | 2               | 3     | missed',
    ]);
  });

  it('are not good where one has missed its promise without an error', async () => {
    const missing = { result: {}, errors: 0, summary: { ...kept, kept: false } };
    expect(isGood(missing)).toBe(false);
    const all = await runAll({ S1: () => Promise.resolve(missing) }, () => undefined);
    expect(told(all)).toMatchObject({ kept: false });
  });
});
