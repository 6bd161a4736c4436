import { existsSync } from 'node:fs';
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

/** Writes a megabyte to a disk that is full, and to the same when it is freed. @returns what was said of each */
async function writeBeforeAndAfter({ path, fill, free }: SmallDisk): Promise<string[]> {
  const write = () =>
    writeFile(join(path, 'file'), Buffer.alloc(1024 * 1024)).then(
      () => 'written',
      (error: unknown) => String(error).replace(/:.*ENOSPC.*/, ' ENOSPC'),
    );
  await writeFile(join(path, 'file'), 'there is room');
  await fill();
  const full = await write();
  await free();
  return [full, await write()];
}

it('takes nothing more once it is full, and again when it is freed; there is none where nobody may mount', async () => {
  const said = disk ? await writeBeforeAndAfter(disk) : ['no disk'];
  expect(said).toEqual((await mayMount()) ? ['Error ENOSPC', 'written'] : ['no disk']);
});

/** Whether the machine has what it takes, looked at another way. */
async function mayMount(): Promise<boolean> {
  const status = await readFile('/proc/self/status', 'utf8');
  const capabilities = BigInt(`0x${/CapEff:\s*([0-9a-f]+)/.exec(status)?.[1] ?? '0'}`);
  const capSysAdmin = 21n;
  return (
    process.getuid?.() === 0 && (capabilities & (1n << capSysAdmin)) !== 0n && existsSync('/dev/loop-control')
  );
}
