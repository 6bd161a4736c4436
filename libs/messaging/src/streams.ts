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

/** Creates the streams that are missing. An existing stream is left as it is: an operator may have sized it. */
export async function ensureStreams(manager: JetStreamManager, replicas: number): Promise<void> {
  for (const stream of wanted(replicas)) {
    try {
      await manager.streams.info(stream.name);
    } catch (error) {
      if (!(error instanceof JetStreamApiError) || error.code !== JetStreamApiCodes.StreamNotFound)
        throw error;
      await manager.streams.add(stream);
    }
  }
}
