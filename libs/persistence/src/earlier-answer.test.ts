import { describe, expect, it } from 'vitest';
import { earlierAnswer } from './earlier-answer.ts';
import { requestErrors } from './errors.ts';

const refused = requestErrors.staleVersion({ current: 2 });
const failed = new Error('something broke');
const busy = requestErrors.busy();
const reused = requestErrors.idempotencyKeyReused();

const nothing = () => Promise.resolve(undefined);

describe('a request that fails', () => {
  it('is answered as its key was answered before', async () => {
    const before = () => Promise.resolve({ response: { id: 'one' } });
    expect(await earlierAnswer(before, refused)).toEqual({ id: 'one' });
  });

  it('has failed when its key was not answered before', async () => {
    await expect(earlierAnswer(nothing, refused)).rejects.toBe(refused);
    await expect(earlierAnswer(nothing, failed)).rejects.toBe(failed);
  });

  it('is not refused while nobody can say whether it was done under the same key', async () => {
    await expect(earlierAnswer(() => Promise.reject(busy), refused)).rejects.toBe(busy);
  });

  it('tells what failed first when asking fails too, and that a key was used otherwise', async () => {
    await expect(earlierAnswer(() => Promise.reject(busy), failed)).rejects.toBe(failed);
    await expect(earlierAnswer(() => Promise.reject(reused), failed)).rejects.toBe(reused);
    await expect(earlierAnswer(() => Promise.reject(reused), refused)).rejects.toBe(reused);
  });
});
