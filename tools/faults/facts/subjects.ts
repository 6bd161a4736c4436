/** Whether a subject fits a NATS filter such as `evt.*.booking.order.>`. */
export function subjectMatches(filter: string, subject: string): boolean {
  const wanted = filter.split('.');
  const given = subject.split('.');
  if (wanted.at(-1) === '>')
    return given.length >= wanted.length && fit(wanted.slice(0, -1), given.slice(0, wanted.length - 1));
  return wanted.length === given.length && fit(wanted, given);
}

const fit = (wanted: readonly string[], given: readonly string[]) =>
  wanted.every((token, index) => token === '*' || token === given[index]);
