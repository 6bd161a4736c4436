/** What the day of a task is, the earliest of them: when something departs, since when it is overdue, or when it falls due. */
export const dayOf = (kind: string, day: string, today: string): 'departs' | 'overdue' | 'due' =>
  kind === 'order-departing' ? 'departs' : day < today ? 'overdue' : 'due';
