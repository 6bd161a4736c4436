const words = 'TODO|FIXME';
/** A reminder stands behind one of the comment signs of our languages. */
const reminder = new RegExp(`(?://|#|--|\\*|<!--).*\\b(${words})\\b(.*)`);
const condition = /\b(when|until|once|as soon as|after)\b/i;

/** Reminders of unfinished work that don't say when they can go (style.md). */
export function findOpenReminders(path: string, text: string): string[] {
  return text.split('\n').flatMap((line, index) => {
    const [, word, rest] = reminder.exec(line) ?? [];
    if (word === undefined || rest === undefined || condition.test(rest)) return [];
    return [`${path}:${index + 1}: ${word} without a condition for its removal`];
  });
}
