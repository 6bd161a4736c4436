import { answer, api } from '../api/client.ts';

/** Active suppliers with a part of their name; the newest where nothing is asked for. */
export async function activeSuppliers(text: string, signal: AbortSignal) {
  const name = text.trim().slice(0, 200);
  const query = { limit: 50, state: 'active' as const, ...(name && { name }) };
  return (await answer(api.booking.GET('/v1/suppliers', { params: { query }, signal }))).suppliers;
}
