import type { Texts } from '@yitu/kernel';

export type CellType = 'text' | 'integer' | 'boolean' | 'date' | 'list' | 'texts' | 'word' | 'amount';

/** A column of a table people fill in, and the member of the input its cells become. */
export interface Column {
  readonly name: Texts;
  /** JSON pointer into the input. */
  readonly path: string;
  readonly type: CellType;
  readonly required: boolean;
  /** Of a word: what it may be, by the value it stands for. */
  readonly words?: Words;
  /** Of an amount: `path` leads to a list, and the cell becomes an entry of it with these members and its `amount`. */
  readonly entry?: Readonly<Record<string, string>>;
}

type Words = Readonly<Record<string, Texts>>;
type Particulars = Pick<Column, 'words' | 'entry'>;

const column =
  (required: boolean) =>
  (
    path: string,
    zh: string,
    en: string,
    type: CellType = 'text',
    { words, entry }: Particulars = {},
  ): Column => ({ name: { zh, en }, path, type, required, ...(words && { words }), ...(entry && { entry }) });

/** A column every table has. */
export const must = column(true);

/** A column that may be left out. */
export const may = column(false);

/** A text in both languages: a column each. */
export const inTwoLanguages = (make: typeof must, path: string, zh: string, en: string): Column[] => [
  make(`${path}/zh`, `${zh}（中文）`, `${en} (zh)`),
  make(`${path}/en`, `${zh}（英文）`, `${en} (en)`),
];
