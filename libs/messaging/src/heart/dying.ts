import { openHeart, noMetrics, type Place } from './heart.ts';

/**
 * A process that ends itself by SIGKILL at one exact point. Arguments: what to do, the place as JSON, an agency's id, a counter's id.
 * `committed`: after commits, before anything is published. `published`: after JetStream has stored the first message, before the outbox row is
 * marked. `applied`: after the first effect was committed, before the message is acknowledged.
 */
const [, , point = '', place = '', agencyId = '', counterId = ''] = process.argv;
const die = () => process.kill(process.pid, 'SIGKILL');
const heart = await openHeart(JSON.parse(place) as Place); // the test passes it

if (point === 'committed') {
  await heart.count(agencyId, 5, counterId);
  die();
}
if (point === 'published') heart.relay({ ...noMetrics, published: die });
if (point === 'applied')
  heart.consumer((process) => async (text) => {
    await process(text);
    die();
    return 'applied';
  });
