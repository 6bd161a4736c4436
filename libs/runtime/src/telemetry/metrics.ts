import { metrics } from '@opentelemetry/api';
import type { BatchObservableResult, Meter } from '@opentelemetry/api';

/** Instruments are made at first use: made before the preload has set the provider, they would count nothing. */
export const meter = (): Meter => metrics.getMeter('@yitu/runtime');

/** What a pool of connections tells about itself (`pg.Pool` does). */
export interface ObservedPool {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
}

/**
 * Shows connections in use, idle ones and requests waiting for one, at each scrape.
 * @param name which pool of this process, e.g. `requests` or `relay`
 * @returns ends the observation, for a pool that is closed before its process
 */
export function observePool(name: string, pool: ObservedPool): () => void {
  const connections = meter().createObservableUpDownCounter('db.client.connection.count', {
    description: 'Connections of the pool by state',
    unit: '{connection}',
  });
  const waiting = meter().createObservableUpDownCounter('db.client.connection.pending_requests', {
    description: 'Requests waiting for a connection of the pool',
    unit: '{request}',
  });
  const labels = { 'db.client.connection.pool.name': name };
  const observe = (result: BatchObservableResult): void => {
    const used = pool.totalCount - pool.idleCount;
    result.observe(connections, used, { ...labels, 'db.client.connection.state': 'used' });
    result.observe(connections, pool.idleCount, { ...labels, 'db.client.connection.state': 'idle' });
    result.observe(waiting, pool.waitingCount, labels);
  };
  meter().addBatchObservableCallback(observe, [connections, waiting]);
  return () => meter().removeBatchObservableCallback(observe, [connections, waiting]);
}

/**
 * Shows how far the relay is behind.
 * @param lag the age in seconds of the oldest outbox row that is due and unpublished, 0 when there is none;
 *   asked at each scrape. When it fails, the scrape goes on without it.
 * @returns ends the observation
 */
export function observeRelayLag(lag: () => number | Promise<number>): () => void {
  const gauge = meter().createObservableGauge('yitu.outbox.relay.lag', {
    description: 'Age of the oldest outbox row that is due and unpublished',
    unit: 's',
  });
  const observe = async (result: { observe: (seconds: number) => void }): Promise<void> => {
    result.observe(await lag());
  };
  gauge.addCallback(observe);
  return () => gauge.removeCallback(observe);
}
