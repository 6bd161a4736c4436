import {
  DiscardPolicy,
  JetStreamApiCodes,
  JetStreamApiError,
  jetstreamManager,
  StorageType,
  type StreamAPI,
} from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';

/** The stream of the bare way: stored like that of the events, and gone with the measurement. */
export const stream = { name: 'LOAD_BARE', subject: 'load.bare.placed' };

/** @param url `nats://user:password@host:port` */
export async function connectTo(url: string): Promise<NatsConnection> {
  const { host, username, password } = new URL(url);
  return connect({ servers: host, user: username, pass: decodeURIComponent(password) });
}

/** Makes the stream anew. */
export async function createStream(url: string): Promise<void> {
  await withStreams(url, async (streams) => {
    await remove(streams);
    await streams.add({
      ...{ name: stream.name, subjects: [stream.subject], storage: StorageType.File },
      discard: DiscardPolicy.New,
    });
  });
}

/** Removes it; it does not mind that it is gone. */
export const deleteStream = (url: string): Promise<void> => withStreams(url, remove);

async function withStreams(url: string, work: (streams: StreamAPI) => Promise<void>): Promise<void> {
  const connection = await connectTo(url);
  try {
    const { streams } = await jetstreamManager(connection);
    await work(streams);
  } finally {
    await connection.close();
  }
}

async function remove(streams: StreamAPI): Promise<void> {
  try {
    await streams.delete(stream.name);
  } catch (error) {
    if (!(error instanceof JetStreamApiError) || error.code !== JetStreamApiCodes.StreamNotFound) throw error;
  }
}
