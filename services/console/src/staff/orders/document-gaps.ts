/** What is told of a document here. */
interface Known {
  readonly expiresOn: string | null;
}

/**
 * What is missing of somebody's documents, whatever the destination asks: none is entered, or all of them end before the return.
 * @param returnsOn a local date, like those of the documents
 */
export function documentGap(
  documents: readonly Known[],
  returnsOn: string,
): 'noDocument' | 'expiresBefore' | undefined {
  if (documents.length === 0) return 'noDocument';
  const lasting = documents.some(({ expiresOn }) => expiresOn === null || expiresOn >= returnsOn);
  return lasting ? undefined : 'expiresBefore';
}
