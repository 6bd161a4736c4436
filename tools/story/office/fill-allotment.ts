import { addDays } from '@yitu/kernel';
import { newTraceId } from '../api.ts';
import { todayOf } from '../cast.ts';
import type { Office } from './sell.ts';

/** Rooms of a hotel for a fortnight; those of the first days go back tonight unless they are taken. What was contracted already stays. */
export async function fillAllotment({ stage, cast }: Office): Promise<void> {
  const manager = cast.as('reviewer', newTraceId());
  const path = '/api/booking/v1/allotments';
  const { allotments } = await manager.get<{ allotments: object[] }>(`${path}?limit=1`);
  if (allotments.length > 0) return;
  const supplier = await manager.post<{ id: string }>('/api/booking/v1/suppliers', {
    ...{ kind: 'hotel', name: { zh: '漓江边酒店', en: 'Li Riverside Hotel' }, country: 'CN', city: '桂林' },
  });
  const { id, version } = await manager.post<{ id: string; version: number }>(path, {
    ...{ supplierId: supplier.id, contractNumber: 'LJ-2026-07', kind: 'room', unitCode: 'TWN' },
    ...{ name: { zh: '江景双床房', en: 'Twin room with a river view' }, releaseDays: 7 },
  });
  const [from, to] = [8, 22].map((days) => addDays(todayOf(stage), days));
  await manager.put(`${path}/${id}/dates`, { from, to, quantity: 6 }, version);
}
