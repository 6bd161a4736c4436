import { newTraceId } from './api.ts';
import type { Cast, Stage } from './cast.ts';
import type { Step, Told } from './scene.ts';
import { enterCustomer } from './steps/1-enter-customer.ts';
import { takeRequest } from './steps/2-take-request.ts';
import { placeOrder } from './steps/3-place-order.ts';
import { reviewOrder } from './steps/4-review-order.ts';
import { signContract } from './steps/5-sign-contract.ts';
import { receivePayments } from './steps/6-receive-payments.ts';
import { fillOperationsSheet } from './steps/7-fill-operations-sheet.ts';
import { remind } from './steps/8-remind.ts';
import { checkIn } from './steps/9-check-in.ts';
import { closeTrip } from './steps/10-close-trip.ts';

const steps: readonly (readonly [string, Step])[] = [
  ['customer', enterCustomer],
  ['request', takeRequest],
  ['order', placeOrder],
  ['review', reviewOrder],
  ['contract', signContract],
  ['payment', receivePayments],
  ['operations sheet', fillOperationsSheet],
  ['reminder', remind],
  ['check-in', checkIn],
  ['settlement', closeTrip],
];

/**
 * Plays the main job through the public API for a new customer, step by step; the first step that fails ends it.
 * @param upTo ends after that many steps @returns how many of them were done
 */
export async function playMainJob(
  stage: Stage,
  cast: Cast,
  log: (line: string) => void,
  upTo: number = steps.length,
): Promise<number> {
  const told = {} as Told; // each step fills in what the later ones need
  for (const [index, [name, step]] of steps.slice(0, upTo).entries()) {
    const traceId = newTraceId();
    const startedAt = performance.now();
    const heading = `${String(index + 1).padStart(2)}  ${name.padEnd(17)}`;
    try {
      const line = await step({ stage, traceId, told, as: (role) => cast.as(role, traceId) });
      log(`${heading}${line}  (${Math.round(performance.now() - startedAt)} ms, trace ${traceId})`);
    } catch (error) {
      log(`${heading}failed: ${error instanceof Error ? error.message : String(error)}  (trace ${traceId})`);
      return index;
    }
  }
  return upTo;
}

export const numberOfSteps = steps.length;
