import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

/** A program of a measurement, in a process of its own. */
export interface Program {
  /** What it said when it was ready: the port it listens on, if it does. */
  readonly port: number;
  end(): Promise<void>;
}

/** Starts a program and waits until it says that it is ready. @param url of the module @param env all it is told @throws when it ends before */
export async function startProgram(url: URL, env: NodeJS.ProcessEnv): Promise<Program> {
  const program = fork(url, { execArgv: [], env });
  try {
    return { port: await readyOf(program), end: () => end(program) };
  } catch (error) {
    await end(program);
    throw error;
  }
}

async function readyOf(program: ChildProcess): Promise<number> {
  const ended = once(program, 'exit').then(([code]) => {
    throw new Error(`a program of the measurement ended with ${String(code)} before it was ready`);
  });
  const told = once(program, 'message').then(([message]) => Number(message));
  const port = await Promise.race([told, ended]);
  ended.catch(() => undefined); // from now on its end is our doing
  return port;
}

async function end(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const ended = once(program, 'exit');
  program.kill('SIGKILL');
  await ended;
}
