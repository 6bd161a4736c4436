import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, rmdir, statfs, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** A file system of its own, in an image file, that can be filled to the last block without touching the machine's. */
export interface SmallDisk {
  /** Its root. */
  readonly path: string;
  /** Leaves no room on it. */
  readonly fill: () => Promise<void>;
  readonly free: () => Promise<void>;
  /** Takes it away; its image stays. */
  readonly unmount: () => Promise<void>;
}

const run = promisify(execFile);
/** Nothing of the caller's environment; the tools of the system are beside those of its users. */
const env = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C' };
/** What the image may come to; it takes what is written. */
const megabytes = 8_192;
/** What is left when it counts as full. */
const crumbs = 64 * 1024;

/**
 * Makes a small disk where everybody may enter: PostgreSQL does not run as root. @param image the file it is in
 * @returns nothing where the machine does not let us: that takes root and a loop device
 */
export async function makeDisk(image: string): Promise<SmallDisk | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  await mkdir(dirname(image), { recursive: true });
  const path = await mkdtemp('/var/tmp/yitu-faults-disk-');
  await chmod(path, 0o755);
  try {
    await writeFile(image, '');
    await truncate(image, megabytes * 1024 * 1024);
    await run('mkfs.ext4', ['-q', '-m', '0', image], { env });
    await run('mount', ['-o', 'loop', image, path], { env });
  } catch {
    await rmdir(path);
    await rm(image, { force: true });
    return undefined;
  }
  return diskAt(path);
}

function diskAt(path: string): SmallDisk {
  const ballast = join(path, 'ballast');
  return {
    path,
    fill: async () => {
      await mkdir(ballast, { recursive: true });
      for (let file = 0, left = await roomOn(path); left > crumbs; file++) {
        const took = await run('fallocate', ['-l', String(left), join(ballast, String(file))], { env }).then(
          () => true,
          () => false, // there is less than was said: then half of it
        );
        left = took ? await roomOn(path) : Math.floor(left / 2);
      }
    },
    free: () => rm(ballast, { recursive: true, force: true }),
    unmount: async () => {
      await run('umount', [path], { env }).catch(() => run('umount', ['--lazy', path], { env }));
      await rmdir(path);
    },
  };
}

async function roomOn(path: string): Promise<number> {
  const { bavail, bsize } = await statfs(path);
  return bavail * bsize;
}
