import { describe, expect, it } from 'vitest';
import { parseOptions } from './options.ts';

const parse = (...args: string[]) => parseOptions(args, ['oversell', 'event-twice'], 42);

describe('the command line', () => {
  it('has a seed by chance, five minutes and eight clients when nothing is said', () => {
    expect(parse()).toEqual({
      ...{ seed: 42, seeds: 1, durationMs: 300_000, clients: 8, plant: undefined, help: false },
    });
  });

  it('takes a seed, minutes and their parts, and a bug to plant', () => {
    expect(parse('--seed', '7', '--minutes', '0.5')).toMatchObject({ seed: 7, durationMs: 30_000 });
    expect(parse('--plant', 'oversell').plant).toBe('oversell');
    expect(parse('--seeds', '200').seeds).toBe(200);
    expect(parse('--plant', 'all').plant).toBe('all');
  });

  it('is refused with a reason when it cannot be followed', () => {
    expect(() => parse('--plant', 'nothing')).toThrow('There is no planted bug "nothing".');
    expect(() => parse('--seed', 'x')).toThrow('--seed takes a number, not "x".');
    expect(() => parse('--seeds', '0')).toThrow('--seeds takes a number, not "0".');
    expect(() => parse('--clients', '0')).toThrow('--clients takes a number, not "0".');
    expect(() => parse('--hours', '1')).toThrow("Unknown option '--hours'");
  });
});
