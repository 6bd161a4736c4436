import type { Exit, ServerProcess } from './server-process.ts';

/** A server on a loopback port that tests may kill, stop for a while and start again on the same port and data. */
export interface Server {
  /** With user and password. */
  readonly url: string;
  readonly port: number;
  /** Of the process that runs now; another one after `restart()`. */
  readonly pid: number;
  readonly logFile: string;
  /** Ends the server in order and, where the data directory is a temporary one, removes it. */
  stop(): Promise<void>;
  /** SIGSTOP freezes, SIGCONT resumes all processes of the server; any other signal is waited for until it has ended. */
  kill(signal: NodeJS.Signals): Promise<void>;
  /** Ends the server if it still runs and starts it again: same port, same data. */
  restart(): Promise<void>;
  /** Calls back whenever the server ends without having been asked to by this object. */
  onCrash(listener: (exit: Exit) => void): void;
}

/** What differs between one kind of server and another. */
export interface ServerKind {
  readonly url: string;
  readonly port: number;
  readonly logFile: string;
  /** Starts the process and returns when it answers. */
  start(): Promise<ServerProcess>;
  /** Sends a signal to the process and all its children. */
  signal(signal: NodeJS.Signals): void;
  /** Ends what a killed process has left running. */
  clean(): Promise<unknown>;
  /** After the last stop. */
  remove(): Promise<void>;
}

/** Makes the handle of a server whose first process already answers. */
export function serverOf(kind: ServerKind, first: ServerProcess): Server {
  const crashListeners: ((exit: Exit) => void)[] = [];
  let current = first;
  let endingOnPurpose = false;

  const watch = (started: ServerProcess) => {
    current = started;
    endingOnPurpose = false;
    void started.exited.then((exit) => {
      if (!endingOnPurpose) for (const listener of crashListeners) listener(exit);
    });
  };
  const end = async () => {
    endingOnPurpose = true;
    if (!current.hasExited()) await current.stop();
    await kind.clean();
  };
  watch(first);

  return {
    url: kind.url,
    port: kind.port,
    logFile: kind.logFile,
    get pid() {
      return current.pid;
    },
    async stop() {
      await end();
      await kind.remove();
    },
    async kill(signal) {
      const goesOn = signal === 'SIGSTOP' || signal === 'SIGCONT';
      endingOnPurpose ||= !goesOn;
      kind.signal(signal);
      if (goesOn) return;
      await current.exited;
      await kind.clean();
    },
    async restart() {
      await end();
      watch(await kind.start());
    },
    onCrash(listener) {
      crashListeners.push(listener);
    },
  };
}
