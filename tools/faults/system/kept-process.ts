import { type ProcessIdentity, type Server, identify, isRunning } from '@yitu/testkit/servers';
import { newBackOff } from '../../up/back-off.ts';
import { revive } from '../../up/revive.ts';
import type { ProcessPlan } from '../../up/services.ts';
import { supervise } from '../../up/supervise.ts';

/** Longer than any disk stays full. */
const UP_WITHIN_MS = 120_000;

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

/**
 * PostgreSQL or NATS: killed with all its children, and started on the same data until it runs, as in `npm start`; one
 * thing after the other. A server killed on a full disk comes up when there is room.
 */
export function keptServer(name: string, server: Server): KeptProcess {
  let last = Promise.resolve();
  const inTurn = (work: () => Promise<void>) => (last = last.then(work));
  return {
    name,
    kill: () =>
      inTurn(async () => {
        await server.kill('SIGKILL');
        await startUntilItRuns(server);
      }),
    freeze: () => inTurn(() => server.kill('SIGSTOP')),
    resume: () => inTurn(() => server.kill('SIGCONT')),
    startAnew: () => inTurn(() => startUntilItRuns(server)),
    stop: () => server.stop(),
  };
}

/** @throws why its last start failed, when none of two minutes came up */
async function startUntilItRuns(server: Server): Promise<void> {
  const stopping = AbortSignal.timeout(UP_WITHIN_MS);
  let why: unknown;
  // That it ended was our doing, and no reason to wait with the first attempt.
  const plan = { backOff: newBackOff(), ranMs: 0, stopping, failed: (error: unknown) => (why = error) };
  await revive({ ...plan, restart: () => server.restart() }).catch((error: unknown) => {
    throw why ?? error;
  });
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
