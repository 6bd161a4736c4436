/**
 * Collects what is asked for one by one within a moment into one question: a list of fifty orders asks for its customers once.
 * @param ask for many ids at once; those it does not know are left out
 */
export function batched<Found extends { readonly id: string }>(
  ask: (ids: readonly string[]) => Promise<readonly Found[]>,
): (id: string) => Promise<Found | null> {
  let waiting = new Map<string, PromiseWithResolvers<Found | null>>();
  const send = async () => {
    const sent = waiting;
    waiting = new Map();
    // All that this moment had may have gone with a hundred before it.
    if (sent.size === 0) return;
    try {
      const found = await ask([...sent.keys()]);
      const byId = new Map(found.map((one) => [one.id, one]));
      for (const [id, { resolve }] of sent) resolve(byId.get(id) ?? null);
    } catch (error) {
      for (const { reject } of sent.values()) reject(error);
    }
  };
  return (id) => {
    const known = waiting.get(id);
    if (known) return known.promise;
    if (waiting.size === 0) setTimeout(() => void send());
    const asked = Promise.withResolvers<Found | null>();
    waiting.set(id, asked);
    // More than a service takes at once goes in another question.
    if (waiting.size === 100) void send();
    return asked.promise;
  };
}
