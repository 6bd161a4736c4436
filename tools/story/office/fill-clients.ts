import { newTraceId } from '../api.ts';
import type { Office } from './sell.ts';

/** A program of a partner that shows what the agency sells. Nobody is told its secret: another one is made where it is needed. */
export async function fillClients({ cast }: Office): Promise<void> {
  const administrator = cast.as('administrator', newTraceId());
  const path = '/api/identity/v1/clients';
  const { clients } = await administrator.get<{ clients: object[] }>(path);
  if (clients.length > 0) return;
  const { user } = await administrator.get<{ user: { branchId: string } }>('/api/identity/v1/me');
  await administrator.post(path, {
    ...{ name: '数据看板（只读）', branchId: user.branchId },
    scopes: ['analytics.report.read:agency', 'notifications.delivery.read:agency'],
  });
}
