import type { Printable } from './printer.ts';

export type Cell = string | { readonly text: string; readonly [style: string]: unknown };

/** Rows of cells; with head rows they are ruled, without they stand free. */
export const table = (
  widths: readonly (string | number)[],
  body: readonly (readonly Cell[])[],
  headerRows = 0,
) => ({
  table: { headerRows, widths, body, dontBreakRows: true },
  layout: headerRows > 0 ? 'lightHorizontalLines' : 'noBorders',
  margin: [0, 0, 0, 8],
});

export const right = (text: string): Cell => ({ text, alignment: 'right' });

interface Page {
  /** Who has made it; stands above the title and below each page. */
  readonly house: string;
  readonly title: string;
  readonly number: string;
  readonly content: readonly unknown[];
  /** What is written across each page. */
  readonly mark?: string | undefined;
}

/** An upright page of the house, with its name, a title and what it is about. */
export const page = ({ house, title, number, content, mark }: Page): Printable => ({
  footer: `${house}  ${number}`,
  definition: {
    pageSize: 'A4',
    pageMargins: [40, 40, 40, 50],
    info: { title: `${title} ${number}` },
    ...(mark !== undefined && { watermark: { text: mark, opacity: 0.08 } }),
    content: [{ text: house, fontSize: 11 }, { text: title, fontSize: 20, margin: [0, 4, 0, 8] }, ...content],
  },
});
