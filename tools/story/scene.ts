import type { Api } from './api.ts';
import type { Role, Stage } from './cast.ts';

/** What the steps hand on to each other. */
export interface Told {
  email: string;
  customerId: string;
  travellerIds: string[];
  productId: string;
  departureId: string;
  groupNumber: string;
  orderId: string;
  orderNumber: string;
  total: bigint;
  sheetId: string;
}

/** One step as it is played: who acts, within which trace, and what was told before. */
export interface Scene {
  readonly stage: Stage;
  readonly traceId: string;
  readonly told: Told;
  readonly as: (role: Role) => Api;
}

/** Plays a step. @returns one line for people: what happened */
export type Step = (scene: Scene) => Promise<string>;
