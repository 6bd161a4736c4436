import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where a program is. @param searchPath the folders of PATH @returns undefined where there is none that may be run */
export function findProgram(searchPath: string, ...names: readonly string[]): string | undefined {
  return searchPath
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find(isProgram);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false; // not being there is an answer
  }
}
