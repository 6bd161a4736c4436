import { expect, test } from 'vitest';
import { createReport } from './report.ts';
import { type Rank, createStops } from './stops.ts';

function recorder() {
  const lines: string[] = [];
  const report = createReport((line) => lines.push(line), false);
  const stops = createStops(report);
  const stopped: string[] = [];
  const add = (rank: Rank, name: string, error?: Error) =>
    stops.add(rank, {
      name,
      stop: async () => {
        stopped.push(name);
        if (error) throw error;
      },
      kill: () => void stopped.push(`${name} killed`),
    });
  return { stops, stopped, lines, add };
}

test('things are stopped so that nobody loses what he still needs, whatever was started first', async () => {
  const { stops, stopped, add } = recorder();
  add('database', 'PostgreSQL');
  add('service', 'booking');
  add('bus', 'NATS');
  add('gateway', 'gateway');
  add('mail', 'mail-sink');
  await stops.stopAll();
  expect(stopped).toEqual(['gateway', 'booking', 'mail-sink', 'NATS', 'PostgreSQL']);
});

test('one that cannot be stopped is told and does not keep the others', async () => {
  const { stops, stopped, lines, add } = recorder();
  add('gateway', 'gateway', new Error('it hangs'));
  add('database', 'PostgreSQL');
  await stops.stopAll();
  expect(stopped).toEqual(['gateway', 'PostgreSQL']);
  expect(lines).toEqual(['✗ it hangs', expect.stringMatching(/^✓ PostgreSQL stopped/)]);
});
