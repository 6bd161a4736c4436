/** Asks at most once in so many milliseconds; whoever asks meanwhile shares that answer, also while it is still awaited. `ask` must not reject. */
export function remembered<Answer>(milliseconds: number, ask: () => Promise<Answer>): () => Promise<Answer> {
  let last: { readonly answer: Promise<Answer>; readonly until: number } | undefined;
  return () => {
    const now = performance.now();
    if (last === undefined || now >= last.until) last = { answer: ask(), until: now + milliseconds };
    return last.answer;
  };
}
