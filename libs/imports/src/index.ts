export { cancelImportsOf } from './cancel-import.ts';
export type { CheckedRow } from './checked-row.ts';
export { inTwoLanguages, may, must, type Column } from './columns.ts';
export { importDoors } from './doors.ts';
export { importEntity, type CellProblem, type Import } from './import.ts';
export type { Imports } from './imports.ts';
export { plainly, type Keeping } from './keeping.ts';
export { cellProblem } from './read-row.ts';
export { tableKind, type Outcome } from './table-kind.ts';
