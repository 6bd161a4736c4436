import sharp from 'sharp';

// A process of its own for each picture: foreign bytes meet native code here, which may crash, hang or take all the memory it gets without harm to the
// service. The build copies this file as it is, so that it imports packages only.

/** As large as pictures may be at all. */
const limitInputPixels = 40_000_000;

sharp.cache(false);
sharp.concurrency(1);

async function reduced(file: Uint8Array, width: number) {
  const { data, info } = await sharp(file, { limitInputPixels, sequentialRead: true })
    .autoOrient()
    .resize({ width, withoutEnlargement: true })
    .webp({ quality: 80 })
    .toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height };
}

process.once(
  'message',
  ({ file, widths }: { readonly file: Uint8Array; readonly widths: readonly number[] }) => {
    const answer = (message: object) => process.send?.(message, () => process.disconnect?.());
    Promise.all(widths.map((width) => reduced(file, width))).then(
      (sizes) => answer({ sizes }),
      (error: unknown) => answer({ failure: String(error) }),
    );
  },
);
