import { join } from 'node:path';
import { eventually } from './eventually.ts';
import type { ServiceName } from './service-environment.ts';
import { lastLines, launch, type ServerProcess } from './servers/index.ts';
import type { World } from './world.ts';

const root = join(import.meta.dirname, '../../..');

/**
 * Starts a service of a world as a process of its own, with telemetry; returns when it is ready.
 * @param environment over what the world gives it
 * @param program options and file for the runtime; by default the sources as they are
 * @throws with the last lines of its log when it does not come up
 */
export async function spawnService(
  world: World,
  name: ServiceName,
  environment: Record<string, string> = {},
  program: readonly string[] = ['--import', '@yitu/runtime/telemetry', `services/${name}/src/main.ts`],
): Promise<ServerProcess & { readonly logFile: string }> {
  const logFile = join(world.directory, `${name}-${crypto.randomUUID()}.log`);
  const child = await launch({
    command: process.execPath,
    args: program,
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      ...world.environment(name),
      ...environment,
    },
    logFile,
    stopSignal: 'SIGTERM',
  });
  try {
    await eventually(async () => {
      if (child.hasExited()) return;
      const { status } = await fetch(`${world.url(name)}/readyz`);
      if (status !== 200) throw new Error(`${name} is not ready: ${status}`);
    }, 30_000);
    if (child.hasExited()) throw new Error(`${name} has ended`);
  } catch (error) {
    await child.stop();
    throw new Error(lastLines(logFile, 20), { cause: error });
  }
  return { ...child, logFile };
}
