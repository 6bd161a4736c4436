import { isTurned, orientationIn, orientationSegment } from './orientation.ts';
import { DamagedPicture, part, type PictureFile } from './picture-file.ts';

export const isJpeg = (file: Buffer): boolean => file.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]));

const marker = { end: 0xd9, scan: 0xda, exif: 0xe1, icc: 0xe2, jfif: 0xe0, adobe: 0xee, comment: 0xfe };
const startsWith = (segment: Buffer, text: string) => segment.toString('latin1', 4, 4 + text.length) === text;

/** Frames (SOF0 to SOF15) say the size; three codes between them are something else. */
const isFrame = (code: number) => code >= 0xc0 && code <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(code);

/** What the picture looks like depends on it: frames, tables, colours. All other segments tell of its making, or of where it was taken. */
function isKept(code: number, segment: Buffer): boolean {
  if (code === marker.icc) return startsWith(segment, 'ICC_PROFILE\0');
  if (code === marker.jfif) return startsWith(segment, 'JFIF\0');
  return code === marker.adobe || (code < 0xe0 && code >= 0xc0);
}

/** Walks through the segments of a JPEG (ITU-T T.81, B.1). What comes after its end is not kept either. @throws DamagedPicture */
export function readJpeg(file: Buffer): PictureFile {
  const kept: Buffer[] = [];
  const found = { width: 0, height: 0, orientation: 1, scans: 0 };
  let at = 2;
  for (;;) {
    const code = codeAt(file, at);
    if (code === marker.end) break;
    const segment = part(file, at, 2 + part(file, at + 2, 2).readUInt16BE());
    at += segment.length;
    if (isFrame(code)) {
      found.height = part(segment, 5, 4).readUInt16BE(0);
      found.width = segment.readUInt16BE(7);
    }
    if (code === marker.exif && startsWith(segment, 'Exif\0\0'))
      found.orientation = orientationIn(segment.subarray(10));
    if (isKept(code, segment)) kept.push(segment);
    if (code !== marker.scan) continue;
    const end = endOfScan(file, at);
    kept.push(file.subarray(at, end));
    found.scans += 1;
    at = end;
  }
  const { orientation, width, height, scans } = found;
  if (scans === 0 || width === 0 || height === 0) throw new DamagedPicture('there is no picture in it');
  const [long, short] = isTurned(orientation) ? [height, width] : [width, height];
  const start = Buffer.from([0xff, 0xd8]);
  const turned = orientation === 1 ? [] : [orientationSegment(orientation)];
  const bytes = Buffer.concat([start, ...turned, ...kept, Buffer.from([0xff, marker.end])]);
  return { mediaType: 'image/jpeg', width: long, height: short, bytes };
}

function codeAt(file: Buffer, at: number): number {
  const [mark, code = 0] = part(file, at, 2);
  if (mark !== 0xff || code < 0xc0 || (code >= 0xd0 && code <= 0xd8))
    throw new DamagedPicture('a segment does not begin where it should');
  return code;
}

/** Data of a scan goes on to the next marker; `FF 00` is data, `FF D0` to `FF D7` stand within it. */
function endOfScan(file: Buffer, from: number): number {
  for (
    let at = file.indexOf(0xff, from);
    at !== -1 && at + 1 < file.length;
    at = file.indexOf(0xff, at + 1)
  ) {
    const code = file[at + 1] ?? 0;
    if (code !== 0 && code !== 0xff && !(code >= 0xd0 && code <= 0xd7)) return at;
  }
  throw new DamagedPicture('the file ends too early');
}
