import type { Database } from '@yitu/persistence';
import type { Bus, Connected } from './bus.ts';

/** Passes hints on beside JetStream: whoever listens hears them, and what is told while NATS is away is lost. It never throws: what they tell of is stored. */
export function hintsTo(bus: Bus): Database['onHints'] {
  let connected: Connected | undefined;
  void bus.connected.then((made) => {
    connected = made;
  });
  return (hints) => {
    const connection = connected?.connection;
    // One that has ended for good counts as up until the bus hears of it, and takes nothing.
    if (!connection || !bus.isUp() || connection.isClosed() || connection.isDraining()) return;
    for (const { subject, envelope } of hints) connection.publish(subject, envelope);
  };
}
