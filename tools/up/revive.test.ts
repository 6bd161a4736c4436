import { expect, it } from 'vitest';
import { newBackOff } from './back-off.ts';
import { revive } from './revive.ts';

const steady = 60_000;

/** @param failures how often it fails before it comes up */
function plan(failures: number) {
  const said: string[] = [];
  let left = failures;
  const stopping = new AbortController();
  const restart = () => {
    said.push('start');
    return left-- > 0 ? Promise.reject(new Error('No space left on device')) : Promise.resolve();
  };
  const failed = (error: unknown) => said.push(String(error));
  return {
    said,
    stopping,
    revival: { restart, backOff: newBackOff(), ranMs: steady, failed, stopping: stopping.signal },
  };
}

it('starts again what does not come up, until it does', async () => {
  const { said, revival } = plan(2);
  expect(await revive(revival)).toBe(true);
  expect(said).toEqual([
    'start',
    'Error: No space left on device',
    'start',
    'Error: No space left on device',
    'start',
  ]);
});

it('ends its attempts when it is to stop', async () => {
  const { said, stopping, revival } = plan(Number.POSITIVE_INFINITY);
  const failed = (error: unknown) => {
    revival.failed(error);
    stopping.abort();
  };
  expect(await revive({ ...revival, failed })).toBe(false);
  expect(said).toEqual(['start', 'Error: No space left on device']);
});
