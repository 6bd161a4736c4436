/** What a check says: passed or not, and everything a person needs to mend it. Notices never fail. */
export type Verdict = {
  passed: boolean;
  output: string;
  notices?: readonly string[];
};

/** One named check of `npm run check`. `run` may reject: that counts as failed and shows the error. */
export type Check = {
  name: string;
  run: () => Promise<Verdict>;
};

/** The verdict of a check that collects complaints: passed when there are none. */
export function verdictOf(complaints: readonly string[], notices: readonly string[] = []): Verdict {
  return { passed: complaints.length === 0, output: complaints.join('\n'), notices };
}
