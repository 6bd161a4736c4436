import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import pdfmake from 'pdfmake';

// A thread of its own: setting a page in a font of 30,000 signs takes a third of a second, in which a service would answer nobody.
// The build copies this file as it is, so that it imports packages only.

const font = fileURLToPath(
  import.meta.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
);
pdfmake.setFonts({ Noto: { normal: font, bold: font } });
// Documents hold texts of people: nothing in them makes this thread read a file or an address.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path === font);

interface Job {
  readonly id: number;
  readonly definition: object;
  /** What stands below each page, before its number. */
  readonly footer: string;
}

parentPort?.on('message', ({ id, definition, footer }: Job) => {
  const below = (page: number, pages: number) => ({
    ...{ text: `${footer}  ${page} / ${pages}`, alignment: 'center', fontSize: 8, margin: [0, 12, 0, 0] },
  });
  const whole = {
    ...definition,
    footer: below,
    defaultStyle: { font: 'Noto', fontSize: 9, lineHeight: 1.2 },
  };
  pdfmake
    .createPdf(whole)
    .getBuffer()
    .then(
      (pdf) => parentPort?.postMessage({ id, pdf }, []),
      (error: unknown) => parentPort?.postMessage({ id, failure: String(error) }, []),
    );
});
