import { type ProcessIdentity, type Server, identify, isRunning } from '@yitu/testkit/servers';
import type { ProcessPlan } from '../../up/services.ts';
import { supervise } from '../../up/supervise.ts';

/** A process of the system that can be struck, and is started again when it ends. */
export interface KeptProcess {
  readonly name: string;
  /** Ends it at once; resolves when it is gone, or running again where we are the one who starts it. */
  kill(): Promise<void>;
  freeze(): Promise<void>;
  resume(): Promise<void>;
  /** Ends it in order, if it still runs, and starts it again. */
  startAnew(): Promise<void>;
  /** Ends it for good. */
  stop(): Promise<void>;
}

/** PostgreSQL or NATS: killed with all its children, and started again on the same data; one thing after the other. */
export function keptServer(name: string, server: Server): KeptProcess {
  let last = Promise.resolve();
  const inTurn = (work: () => Promise<void>) => (last = last.then(work));
  return {
    name,
    kill: () =>
      inTurn(async () => {
        await server.kill('SIGKILL');
        await server.restart();
      }),
    freeze: () => inTurn(() => server.kill('SIGSTOP')),
    resume: () => inTurn(() => server.kill('SIGCONT')),
    startAnew: () => inTurn(() => server.restart()),
    stop: () => server.stop(),
  };
}

/** A service, kept by the same supervision as in `npm start`. @param onCrash told of each end that nobody asked for in order */
export async function keptService(
  plan: ProcessPlan,
  onCrash: (name: string, how: string) => void,
): Promise<KeptProcess & { ready(): Promise<void> }> {
  const current: { identity?: ProcessIdentity | undefined } = {};
  const supervised = await supervise(plan, {
    started: (_plan, pid) => (current.identity = identify(pid)),
    crashed: (name, { code, signal }) => onCrash(name, signal ?? `exit code ${code}`),
    recovered: () => undefined,
  });
  const send = (signal: NodeJS.Signals) => {
    const { identity } = current;
    if (identity && isRunning(identity)) process.kill(identity.pid, signal);
    return Promise.resolve();
  };
  return {
    name: plan.name,
    kill: () => send('SIGKILL'),
    freeze: () => send('SIGSTOP'),
    resume: () => send('SIGCONT'),
    startAnew: () => send('SIGTERM'),
    stop: () => supervised.stop(),
    ready: () => supervised.ready(),
  };
}
