import { DamagedPicture, part, type PictureFile } from './picture-file.ts';

export const isWebp = (file: Buffer): boolean =>
  file.toString('latin1', 0, 4) === 'RIFF' && file.toString('latin1', 8, 12) === 'WEBP';

/** What the picture looks like depends on these chunks; Exif and XMP are not among them. */
const kept = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);

/** Bits of VP8X that say that there is Exif or XMP. */
const metadata = 0b0000_1100;

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

/** Walks through the chunks of a WebP file (RFC 9649). What comes after its end is not kept. @throws DamagedPicture */
export function readWebp(file: Buffer): PictureFile {
  const all = chunksOf(part(file, 8, part(file, 4, 4).readUInt32LE()));
  if (!all.some(({ type }) => ['VP8 ', 'VP8L', 'ANMF'].includes(type)))
    throw new DamagedPicture('there is no picture in it');
  const chunks = all.filter(({ type }) => kept.has(type)).map(withoutMetadata);
  const [first] = chunks;
  const size = first && sizeIn(first);
  if (!size) throw new DamagedPicture('it does not say its size');
  const content = Buffer.concat([Buffer.from('WEBP'), ...chunks.flatMap(written)]);
  const bytes = Buffer.concat([Buffer.from('RIFF'), long(content.length), content]);
  return { mediaType: 'image/webp', ...size, bytes };
}

function chunksOf(content: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 4; at + 8 <= content.length;) {
    const data = part(content, at + 8, content.readUInt32LE(at + 4));
    chunks.push({ type: content.toString('latin1', at, at + 4), data });
    at += 8 + data.length + (data.length % 2);
  }
  return chunks;
}

function withoutMetadata({ type, data }: Chunk): Chunk {
  if (type !== 'VP8X' || data.length === 0) return { type, data };
  const copy = Buffer.from(data);
  copy[0] = (copy[0] ?? 0) & ~metadata;
  return { type, data: copy };
}

const written = ({ type, data }: Chunk) => [
  Buffer.from(type, 'latin1'),
  long(data.length),
  data,
  Buffer.alloc(data.length % 2),
];

function long(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function sizeIn({ type, data }: Chunk): { width: number; height: number } | undefined {
  if (type === 'VP8X' && data.length >= 10)
    return { width: data.readUIntLE(4, 3) + 1, height: data.readUIntLE(7, 3) + 1 };
  if (type === 'VP8L' && data.length >= 5 && data[0] === 0x2f) {
    const bits = data.readUInt32LE(1);
    return { width: (bits & 0x3f_ff) + 1, height: ((bits >>> 14) & 0x3f_ff) + 1 };
  }
  if (type === 'VP8 ' && data.length >= 10 && data.readUIntBE(3, 3) === 0x9d_01_2a)
    return { width: data.readUInt16LE(6) & 0x3f_ff, height: data.readUInt16LE(8) & 0x3f_ff };
  return undefined;
}
