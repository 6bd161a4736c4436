import { answer, api } from '../api/client.ts';

/** Active suppliers with a part of their name; the newest where nothing is asked for. */
export async function activeSuppliers(text: string, signal: AbortSignal) {
  const name = text.trim().slice(0, 200);
  const query = { limit: 50, state: 'active' as const, ...(name && { name }) };
  return (await answer(api.booking.GET('/v1/suppliers', { params: { query }, signal }))).suppliers;
}

/** Which of them is called so, in any language. */
export function idOfName(
  suppliers: readonly { readonly id: string; readonly name: object }[],
  text: string,
): string | undefined {
  const wanted = text.trim().toLowerCase();
  const called = (name: object) => Object.values(name).some((word) => String(word).toLowerCase() === wanted);
  return suppliers.find(({ name }) => called(name))?.id;
}
