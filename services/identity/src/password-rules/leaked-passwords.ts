import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';

/** Longer than any line: 40 digits of SHA-1, a colon, a count. */
const lineBytes = 128;
const digits = 40;

/**
 * Whether a password is one of a list of leaked ones: lines `<SHA-1 in upper case>:<count>` in the order of their hashes, as Have I Been Pwned
 * offers them for download. The list stays on disk (it is some 40 GB): each step reads one line of it, some 35 steps in all.
 * @throws the file system's error when the list cannot be read
 */
export async function isLeaked(file: string, password: string): Promise<boolean> {
  const wanted = createHash('sha1').update(password).digest('hex').toUpperCase();
  const list = await open(file, 'r');
  try {
    return await isListed(list, wanted);
  } finally {
    await list.close();
  }
}

/** Halves the bytes between two offsets until one line is left; both are beginnings of lines, or the end. */
async function isListed(list: FileHandle, wanted: string): Promise<boolean> {
  let from = 0;
  let { size: to } = await list.stat();
  while (from < to) {
    const { start, line } = await lineAround(list, Math.floor((from + to) / 2), from);
    const hash = line.slice(0, digits).toUpperCase();
    if (hash === wanted) return true;
    if (hash < wanted) from = start + Buffer.byteLength(line) + 1;
    else to = start;
  }
  return false;
}

/** The line that holds the byte at an offset. @param lowest where a line certainly begins, at or before it */
async function lineAround(list: FileHandle, offset: number, lowest: number) {
  const begin = Math.max(lowest, offset - lineBytes);
  const { buffer, bytesRead } = await list.read(Buffer.alloc(2 * lineBytes), 0, 2 * lineBytes, begin);
  const text = buffer.toString('latin1', 0, bytesRead);
  const inText = text.lastIndexOf('\n', offset - begin - 1) + 1;
  const end = text.indexOf('\n', inText);
  return { start: begin + inText, line: text.slice(inText, end < 0 ? undefined : end) };
}
