import type { Database } from '@yitu/persistence';
import type { Bus, Connected } from './bus.ts';

/** Passes hints on beside JetStream: whoever listens hears them, and what is told while NATS is away is lost. */
export function hintsTo(bus: Bus): Database['onHints'] {
  let connected: Connected | undefined;
  void bus.connected.then((made) => {
    connected = made;
  });
  return (hints) => {
    if (!connected || !bus.isUp()) return;
    for (const { subject, envelope } of hints) connected.connection.publish(subject, envelope);
  };
}
