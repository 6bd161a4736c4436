import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';

const KEPT = 3;
const POLL_MS = 250;
const CHUNK_BYTES = 64 * 1024;

/** Gives every log of the last run a number, one higher for older ones, and drops the oldest. */
export function rotateLogs(directory: string): void {
  mkdirSync(directory, { recursive: true });
  const current = readdirSync(directory).filter((name) => name.endsWith('.log'));
  for (const name of current) {
    const numbered = (number: number) => join(directory, number === 0 ? name : `${name}.${number}`);
    rmSync(numbered(KEPT), { force: true });
    for (let number = KEPT - 1; number >= 0; number -= 1)
      if (existsSync(numbered(number))) renameSync(numbered(number), numbered(number + 1));
  }
}

/**
 * Reads what is appended to a log file, line by line. The process writes to the file itself, so that its log is complete
 * whatever becomes of the reader.
 * @returns what ends the reading, after the lines that are there by then
 */
export function followLog(file: string, onLine: (line: string) => void): () => void {
  const descriptor = openSync(file, 'a+', 0o600);
  const decoder = new StringDecoder('utf8');
  const chunk = Buffer.alloc(CHUNK_BYTES);
  let position = 0;
  let unfinished = '';
  const read = () => {
    for (;;) {
      const count = readSync(descriptor, chunk, 0, CHUNK_BYTES, position);
      if (count === 0) return;
      position += count;
      const lines = (unfinished + decoder.write(chunk.subarray(0, count))).split('\n');
      unfinished = lines.pop() ?? '';
      for (const line of lines) onLine(line);
    }
  };
  const timer = setInterval(read, POLL_MS);
  return () => {
    clearInterval(timer);
    read();
    closeSync(descriptor);
  };
}
