import {
  DiscardPolicy,
  JetStreamApiCodes,
  JetStreamApiError,
  RetentionPolicy,
  StorageType,
  type JetStreamManager,
  type StreamConfig,
} from '@nats-io/jetstream';

/** Facts of all services, kept for ever: read models are rebuilt from them. */
export const eventStream = 'EVENTS';
/** Delayed messages of services to themselves, gone once processed. */
export const timerStream = 'TIMERS';
/** Audit records on their way to identity, gone once they are in its chain: unlike events they may show whom they are about. */
export const auditStream = 'AUDIT';

const nanosecondsPerSecond = 1_000_000_000;

const wanted = (replicas: number): (Partial<StreamConfig> & { name: string })[] => [
  {
    name: eventStream,
    subjects: ['evt.>'],
    retention: RetentionPolicy.Limits,
    storage: StorageType.File,
    discard: DiscardPolicy.New,
    duplicate_window: 120 * nanosecondsPerSecond,
    allow_atomic: true,
    num_replicas: replicas,
    deny_delete: true,
    deny_purge: true,
  },
  {
    name: timerStream,
    subjects: ['tmr.>'],
    retention: RetentionPolicy.Workqueue,
    storage: StorageType.File,
    duplicate_window: 120 * nanosecondsPerSecond,
    allow_atomic: true,
    num_replicas: replicas,
  },
  {
    name: auditStream,
    subjects: ['aud.>'],
    retention: RetentionPolicy.Workqueue,
    storage: StorageType.File,
    discard: DiscardPolicy.New,
    num_replicas: replicas,
  },
];

/**
 * Creates the streams that are missing. An existing stream is left as it is, since an operator may have sized it, but for taking batches, which costs
 * nobody anything.
 * @returns whether events and timers may be published in batches
 */
export async function ensureStreams(manager: JetStreamManager, replicas: number): Promise<boolean> {
  let takeBatches = true;
  for (const stream of wanted(replicas)) {
    const { config } = await manager.streams.info(stream.name).catch((error: unknown) => {
      if (!(error instanceof JetStreamApiError) || error.code !== JetStreamApiCodes.StreamNotFound)
        throw error;
      return manager.streams.add(stream);
    });
    const asked = stream.allow_atomic === true;
    if (asked && config.allow_atomic !== true)
      takeBatches = (await letTakeBatches(manager, config)) && takeBatches;
  }
  return takeBatches;
}

/** @returns whether it does now: a server before 2.12 cannot, and an operator may not let us */
async function letTakeBatches(manager: JetStreamManager, config: StreamConfig): Promise<boolean> {
  try {
    const { config: now } = await manager.streams.update(config.name, { allow_atomic: true });
    return now.allow_atomic === true;
  } catch (error) {
    if (error instanceof JetStreamApiError) return false;
    throw error;
  }
}
