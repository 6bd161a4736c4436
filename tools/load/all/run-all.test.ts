import { describe, expect, it } from 'vitest';
import { runAll } from './run-all.ts';

const kept = { promise: '≥ 1', measured: '2', floor: '3', kept: true };

describe('all scenarios', () => {
  it('run one after the other, and each result stands in the one line under its name', async () => {
    const said: string[] = [];
    const scenario = (id: string) => () => {
      said.push(`${id} runs`);
      return Promise.resolve({ json: JSON.stringify({ id, rate: 7 }), errors: 2, summary: kept });
    };
    const { json, errors } = await runAll({ S1: scenario('S1'), S2: scenario('S2') }, (line) =>
      said.push(line),
    );
    expect(json).toBe('{"id":"all","S1":{"id":"S1","rate":7},"S2":{"id":"S2","rate":7}}');
    expect(errors).toBe(4);
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
      Promise.resolve({ json: '{"id":"S2"}', errors: 0, summary: { ...kept, kept: false } });
    const { json, errors } = await runAll({ S1: failing, S2: missing }, (line) => said.push(line));
    expect(json).toBe('{"id":"all","S1":{"error":"nothing\\nanswers"},"S2":{"id":"S2"}}');
    expect(errors).toBe(1);
    expect(said.slice(-2)).toEqual([
      'S1 |         | failed: nothing |       | unknown',
      'S2 | ≥ 1     | 2               | 3     | missed',
    ]);
  });
});
