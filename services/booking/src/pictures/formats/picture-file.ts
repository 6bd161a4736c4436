/** A picture as it is kept: without anything that tells where, when and by whom it was taken. */
export interface PictureFile {
  readonly mediaType: (typeof pictureTypes)[number];
  /** Pixels, as it is shown. */
  readonly width: number;
  readonly height: number;
  readonly bytes: Buffer;
}

export const pictureTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;

/** The bytes begin like a picture, but are none to their end. */
export class DamagedPicture extends Error {
  override readonly name = 'DamagedPicture';
}

/** @throws DamagedPicture where the file has ended before */
export function part(file: Buffer, start: number, length: number): Buffer {
  if (start + length > file.length) throw new DamagedPicture('the file ends too early');
  return file.subarray(start, start + length);
}
