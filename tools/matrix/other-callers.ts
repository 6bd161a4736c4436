import { Client, credentials, Metadata } from '@grpc/grpc-js';
import { identity } from '@yitu/contracts';
import { createClient, type World } from '@yitu/testkit/without-vitest';
import { servicesWithSchema } from '../migrate/migrate.ts';
import type { Others } from './cases.ts';

/** Tokens of the platform's operator and of each service. */
export async function otherCallers(world: World): Promise<Others> {
  const { surroundings } = world;
  const { operatorSecret, serviceSecrets } = surroundings.secrets;
  const { body } = await createClient().post<{ accessToken: string }>(
    `${world.url('identity')}/v1/operator-sessions`,
    {
      secret: operatorSecret,
    },
  );
  const client = new Client(`127.0.0.1:${surroundings.ports.identity.grpc}`, credentials.createInsecure());
  try {
    const services = await Promise.all(
      servicesWithSchema.map(
        async (service) => [service, await tokenOf(client, service, serviceSecrets[service] ?? '')] as const,
      ),
    );
    return { operator: body.accessToken, services: new Map(services) };
  } finally {
    client.close();
  }
}

function tokenOf(client: Client, service: string, secret: string): Promise<string> {
  const { path, requestSerialize, responseDeserialize } = identity.AccessServiceService.issueServiceToken;
  return new Promise((resolve, reject) => {
    client.makeUnaryRequest(
      path,
      requestSerialize,
      responseDeserialize,
      { service, secret },
      new Metadata(),
      (error, response) => {
        if (error) reject(error);
        else resolve(response?.token ?? '');
      },
    );
  });
}
