import { expect, test } from 'vitest';
import type { PictureFile } from './formats/picture-file.ts';
import { openReducer } from './reduce.ts';

test('a picture that cannot be decoded has no smaller sizes, and the log says so', async () => {
  // Like the real one, it is nothing without what it belongs to.
  const log = {
    lines: [] as string[],
    warn(_fields: object, line?: string) {
      this.lines.push(line ?? '');
    },
  };
  const broken: PictureFile = {
    ...{ mediaType: 'image/png', width: 2_000, height: 1_000 },
    bytes: Buffer.from('no picture at all'),
  };
  expect(await openReducer(log)(broken)).toEqual([]);
  expect(log.lines).toEqual(['a picture has no smaller sizes']);
});
