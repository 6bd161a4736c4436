/** What is done to the system, to whom, and for how long. */
export type Fault = { readonly atMs: number } & Strike;

export type Strike =
  /** SIGKILL; whoever keeps the process starts it again. */
  | { readonly kind: 'kill'; readonly target: string }
  /** SIGSTOP, and SIGCONT `forMs` later. */
  | { readonly kind: 'stop'; readonly target: string; readonly forMs: number }
  /** Every connection over the wire breaks, none is made. */
  | { readonly kind: 'cut'; readonly target: string; readonly forMs: number }
  /** Connections stay open and carry nothing: what a half-open connection is. */
  | { readonly kind: 'freeze'; readonly target: string; readonly forMs: number }
  /** Everything takes `delayMs` longer, both ways. */
  | { readonly kind: 'slow'; readonly target: string; readonly forMs: number; readonly delayMs: number }
  /** Not a byte more fits on the disk of a server, which is started again once there is room. */
  | { readonly kind: 'disk'; readonly target: string; readonly forMs: number }
  /** The clock of all services jumps: ahead, or back where it is below zero. */
  | { readonly kind: 'clock'; readonly target: string; readonly aheadMinutes: number };

/** What can be struck in a system. */
export interface Targets {
  /** Processes: services, `postgres` and `nats`. */
  readonly processes: readonly string[];
  /** `booking→postgres`, `booking→nats`, `→crm` (gRPC). */
  readonly wires: readonly string[];
  /** Servers whose disk can be filled; none where the machine does not let us make a small one. */
  readonly disks: readonly string[];
}

export const lastsMs = (strike: Strike): number => ('forMs' in strike ? strike.forMs : 0);
