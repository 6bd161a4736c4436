import { isJpeg, readJpeg } from './formats/jpeg.ts';
import { DamagedPicture, type PictureFile } from './formats/picture-file.ts';
import { isPng, readPng } from './formats/png.ts';
import { isWebp, readWebp } from './formats/webp.ts';
import { pictureErrors } from './errors.ts';

const sides = { least: 16, most: 8_000 };
/** Whoever shows a picture holds all its pixels: 40 million are 160 MB. */
const mostPixels = 40_000_000;

const formats = [
  { is: isJpeg, read: readJpeg },
  { is: isPng, read: readPng },
  { is: isWebp, read: readWebp },
];

/**
 * Pure: what a file is by its content, whatever it is called, without anything that is not the picture: Exif with places and devices, texts, what is
 * appended behind its end. How a camera was held is kept of a JPEG.
 * @throws booking/not-a-picture, picture-damaged, picture-size
 */
export function recognise(file: Buffer): PictureFile {
  const format = formats.find(({ is }) => is(file));
  if (!format) throw pictureErrors.notAPicture();
  const picture = readOrRefuse(format.read, file);
  const { width, height } = picture;
  const fits = Math.min(width, height) >= sides.least && Math.max(width, height) <= sides.most;
  if (!fits || width * height > mostPixels) throw pictureErrors.pictureSize({ width, height, ...sides });
  return picture;
}

function readOrRefuse(read: (file: Buffer) => PictureFile, file: Buffer): PictureFile {
  try {
    return read(file);
  } catch (error) {
    if (error instanceof DamagedPicture) throw pictureErrors.pictureDamaged({ cause: error });
    throw error;
  }
}
