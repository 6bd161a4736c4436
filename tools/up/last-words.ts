const MOST_LINES = 5;

/**
 * The lines from which a person sees why a process ended: from the last one that names an error on, for after it comes
 * only where it happened; without such a line, the last ones.
 */
export function lastWords(said: string): string {
  const lines = said.split('\n').filter((line) => line.trim() !== '');
  const named = lines.findLastIndex((line) => /^\S*(Error|Exception)\b/.test(line));
  const shown = named === -1 ? lines.slice(-MOST_LINES) : lines.slice(named, named + MOST_LINES);
  return shown.join('\n');
}
