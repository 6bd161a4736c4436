import { eventually, startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stateOf } from './start-page.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'gateway'] });
});
afterAll(() => world.close());

describe('the status page', () => {
  it('shows every part: the gateway, the console, each service, PostgreSQL and NATS', async () => {
    await eventually(async () => {
      const answer = await fetch(`${world.url('gateway')}/status`, { headers: { 'accept-language': 'en' } });
      const rows = (await answer.text()).split('<tr>').slice(2);
      const stateOfPart = Object.fromEntries(
        rows.map((row) => [
          /<strong>(.*?)<\/strong>/.exec(row)?.[1],
          /<td class=".*?">\s*(.*?)\s*<\/td>/.exec(row)?.[1],
        ]),
      );
      expect(stateOfPart).toEqual({
        ...{ gateway: 'running', console: 'not installed here', identity: 'running' },
        ...{ crm: 'does not answer', booking: 'does not answer', itinerary: 'does not answer' },
        ...{ finance: 'does not answer', notifications: 'does not answer', analytics: 'does not answer' },
        ...{ PostgreSQL: 'running', NATS: 'running' },
      });
    });
  });

  it.each([
    [[true, true], 'up'],
    [[true, undefined], 'up'],
    [[true, false], 'partly'],
    [[false, undefined], 'down'],
    [[undefined], 'down'],
  ])('says of a part of which services say %j that it is %s', (said, state) =>
    expect(stateOf(said)).toBe(state),
  );
});
