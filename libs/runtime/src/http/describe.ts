import { systemClock } from '@yitu/kernel';
import { createLog } from '../logging.ts';
import type { Route } from './route.ts';
import { createHttp } from './server.ts';

const unused = (): never => {
  throw new Error('A door that is only described asks nobody');
};

/** The OpenAPI document of a service, as it would serve it, without a database or anybody to ask. */
export async function openApiDocument(service: string, routes: readonly Route[]): Promise<object> {
  const app = await createHttp({
    service,
    description: '',
    routes,
    authenticate: unused,
    // Nothing of it is ever touched, which the proxy makes sure of.
    database: new Proxy({} as never, { get: unused }), // see above
    clock: systemClock,
    hashKey: '',
    log: createLog(service, 'silent'),
    readiness: { required: {}, informative: {}, stopping: false },
  });
  await app.ready();
  return app.swagger();
}
