const passedOn = /^(PATH|HOME|LANG|TMPDIR|NODE_COMPILE_CACHE)$/;

/** Variables that the processes of a system get from whoever starts it. */
export const surroundingVariables = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => passedOn.test(entry[0]) && entry[1] !== undefined,
    ),
  );
