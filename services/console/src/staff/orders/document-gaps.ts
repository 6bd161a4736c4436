/** What is told of a document here. */
interface Known {
  readonly expiresOn: string | null;
}

export type DocumentGap = 'noDocument' | 'expiresBefore';

/**
 * What is missing of somebody's documents, whatever the destination asks: none is entered, or all of them end before the return.
 * @param returnsOn a local date, like those of the documents; null where it is not known, so that nothing ends before it
 */
export function documentGap(documents: readonly Known[], returnsOn: string | null): DocumentGap | undefined {
  if (documents.length === 0) return 'noDocument';
  if (returnsOn === null) return undefined;
  const lasting = documents.some(({ expiresOn }) => expiresOn === null || expiresOn >= returnsOn);
  return lasting ? undefined : 'expiresBefore';
}

/**
 * What is missing of each one's documents. What was not looked at is no gap, and no sign that there is none.
 * @param returnsOn null where one may not know it, undefined while it is asked for
 * @param documents of each who travels, with the same two
 * @returns `whole`: whether all of it was looked at; undefined until everything has been answered
 */
export function documentGaps(
  returnsOn: string | null | undefined,
  documents: readonly (readonly Known[] | null | undefined)[],
): { readonly gaps: readonly (DocumentGap | undefined)[]; readonly whole: boolean } | undefined {
  if (returnsOn === undefined || documents.includes(undefined)) return undefined;
  return {
    gaps: documents.map((ofOne) => (ofOne ? documentGap(ofOne, returnsOn) : undefined)),
    whole: returnsOn !== null && !documents.includes(null),
  };
}
