/**
 * Runs what several ask for at the same moment once, and gives all of them its outcome. Nothing is remembered once it is there.
 * @returns a function of a key, such as the hash of a token, and what to run for it
 */
export function singleFlight<Result>(): (key: string, run: () => Promise<Result>) => Promise<Result> {
  const underWay = new Map<string, Promise<Result>>();
  return (key, run) => {
    const known = underWay.get(key);
    if (known) return known;
    const outcome = run().finally(() => underWay.delete(key));
    underWay.set(key, outcome);
    return outcome;
  };
}
