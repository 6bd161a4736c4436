import { createClient, startWorld } from '@yitu/testkit';
import { it } from 'vitest';
it('x', async () => {
  const t = performance.now();
  const say = (w: string) => process.stderr.write(`SAY ${w} ${Math.round(performance.now() - t)}\n`);
  const gw = await startWorld({ services: ['gateway'] });
  say('gw');
  const real = await startWorld({ services: ['crm', 'itinerary'] });
  say('started');
  for (const n of ['crm', 'itinerary'] as const) {
    const { status } = await createClient().get(`${real.url(n)}/openapi.json`);
    say(`${n} ${status}`);
  }
  await real.close();
  say('closed');
  await gw.close();
  say('gw closed');
}, 40000);
