import { expect, it } from 'vitest';
import type { Operation } from '../history/operation.ts';
import type { Strike } from '../schedule/fault.ts';
import { placed } from './fixtures/small-run.ts';
import { ordersWithoutNats } from './without-nats.ts';

const struck = (startedAtMs: number, endedAtMs: number, strike: Strike) => ({
  strike,
  startedAtMs,
  endedAtMs,
});
const placedAt = (startedAtMs: number, status: number): Operation => ({
  ...{ ...placed, startedAtMs },
  attempts: [{ startedAtMs, endedAtMs: startedAtMs, status, said: '' }],
});
const operations = [placedAt(900, 503), placedAt(1_100, 201), placedAt(1_200, 409), placedAt(1_300, 503)];

it('orders asked for while NATS is down count as answered when the first attempt was', () => {
  const faults = [struck(1_000, 2_000, { kind: 'stop', target: 'nats', forMs: 1_000 })];
  expect(ordersWithoutNats({ faults, operations })).toEqual({ asked: 3, answered: 2 });
});

it('what another fault may have done counts for nothing', () => {
  const faults = [
    struck(1_000, 2_000, { kind: 'cut', target: 'booking→nats', forMs: 1_000 }),
    struck(1_100, 1_100, { kind: 'kill', target: 'booking' }),
  ];
  expect(ordersWithoutNats({ faults, operations })).toEqual({ asked: 0, answered: 0 });
});
