import { remoteVerifier } from '@yitu/access';
import {
  closeHttp,
  createLog,
  sendTelemetryWarningsTo,
  type Service,
  type ServiceDescription,
} from '@yitu/runtime/http-only';
import { createApp } from './app.ts';
import type { Config } from './config.ts';
import { answersAtAll } from './upstreams/ask.ts';
import { remembered } from './upstreams/remembered.ts';
import { closeUpstreams, openUpstreams, upstreamNames } from './upstreams/upstream.ts';

/** Puts the gateway together. It needs no other part to be ready: which services answer is shown, not required. */
export async function createService(
  config: Config,
  surroundings: Pick<ServiceDescription, 'log'> = {},
): Promise<Service> {
  const log = surroundings.log ?? createLog('gateway', config.LOG_LEVEL);
  sendTelemetryWarningsTo((message) => log.warn(message));
  const upstreams = openUpstreams(config);
  const verify = remoteVerifier(new URL('/.well-known/jwks.json', config.IDENTITY_URL).href);
  // Whoever asks for readiness, and however often: each service is asked once a second.
  const answering = upstreamNames.map(
    (name) => [name, remembered(1_000, () => answersAtAll(upstreams[name]))] as const,
  );
  const readiness = { required: {}, informative: Object.fromEntries(answering), stopping: false };
  const app = await createApp({ config, upstreams, verify, readiness, log });
  return {
    log,
    listen: async () => {
      await app.listen({ host: config.HOST, port: config.PORT });
      const address = app.server.address();
      const port = typeof address === 'object' && address ? address.port : config.PORT;
      log.info({ port }, 'gateway listens');
      return { port, grpcPort: 0 }; // it speaks no gRPC
    },
    close: async () => {
      readiness.stopping = true;
      await closeHttp(app);
      await closeUpstreams(upstreams);
      log.info({}, 'gateway has stopped');
    },
  };
}
