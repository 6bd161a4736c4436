/**
 * Asks again and again until the check passes: for effects that come by events. It never waits longer than it has to.
 * @param check throws (an assertion) as long as it is not so
 * @throws what `check` threw last, after `withinMs`
 */
export async function eventually<Result>(
  check: () => Promise<Result> | Result,
  withinMs = 15_000,
): Promise<Result> {
  const until = performance.now() + withinMs;
  for (let waitMs = 5; ; waitMs = Math.min(waitMs * 1.5, 200)) {
    try {
      return await check();
    } catch (error) {
      if (performance.now() + waitMs > until) throw error;
    }
    await new Promise<void>((resolve) => {
      setTimeout(resolve, waitMs);
    });
  }
}
