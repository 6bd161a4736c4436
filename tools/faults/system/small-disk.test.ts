import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeDisk, type SmallDisk } from './small-disk.ts';

let directory: string;
let disk: SmallDisk | undefined;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'yitu-disk-'));
  disk = await makeDisk(join(directory, 'disk.img'));
});
afterAll(async () => {
  await disk?.unmount();
  await rm(directory, { recursive: true });
});

it('takes nothing more once it is full, and again when it is freed; there is none where nobody may mount', async () => {
  if (!disk) {
    expect(process.getuid?.() === 0 && (await mayMount())).toBe(false);
    return;
  }
  const file = join(disk.path, 'file');
  await writeFile(file, 'there is room');
  await disk.fill();
  await expect(writeFile(file, Buffer.alloc(1024 * 1024))).rejects.toThrow('ENOSPC');
  await disk.free();
  await writeFile(file, Buffer.alloc(1024 * 1024));
});

/** Whether the machine has what it takes, looked at another way. */
async function mayMount(): Promise<boolean> {
  const status = await readFile('/proc/self/status', 'utf8');
  const capabilities = BigInt(`0x${/CapEff:\s*([0-9a-f]+)/.exec(status)?.[1] ?? '0'}`);
  return (capabilities & (1n << 21n)) !== 0n; // CAP_SYS_ADMIN
}
