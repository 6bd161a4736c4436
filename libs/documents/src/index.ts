export { openPrinter, type Print, type Printable } from './printer.ts';
export { page, right, table, type Cell } from './layout.ts';
