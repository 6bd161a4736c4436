import { crc32 } from 'node:zlib';
import { DamagedPicture, part, type PictureFile } from './picture-file.ts';

const signature = Buffer.from('\u{89}PNG\r\n\u{1a}\n', 'latin1');

export const isPng = (file: Buffer): boolean => file.subarray(0, 8).equals(signature);

/** What the picture looks like depends on these chunks; texts, times and Exif are not among them. */
const kept = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD pHYs acTL fcTL fdAT'.split(' '),
);

/** Walks through the chunks of a PNG (W3C, Portable Network Graphics, 5). What comes after its end is not kept. @throws DamagedPicture */
export function readPng(file: Buffer): PictureFile {
  const chunks: Buffer[] = [];
  const types = new Set<string>();
  let at = signature.length;
  while (!types.has('IEND')) {
    const length = part(file, at, 8).readUInt32BE();
    const chunk = part(file, at, 12 + length);
    const type = chunk.toString('latin1', 4, 8);
    if (crc32(chunk.subarray(4, 8 + length)) !== chunk.readUInt32BE(8 + length))
      throw new DamagedPicture(`the check sum of ${type} is wrong`);
    if ((types.size === 0) !== (type === 'IHDR')) throw new DamagedPicture('IHDR is not where it should be');
    types.add(type);
    if (kept.has(type)) chunks.push(chunk);
    at += chunk.length;
  }
  const [header] = chunks;
  if (!header || header.length !== 25 || !types.has('IDAT'))
    throw new DamagedPicture('there is no picture in it');
  return {
    mediaType: 'image/png',
    width: header.readUInt32BE(8),
    height: header.readUInt32BE(12),
    bytes: Buffer.concat([signature, ...chunks]),
  };
}
