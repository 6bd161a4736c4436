/** Whether a promise is kept, for people. @param missed what of it is not, each in words */
export const verdictOf = (missed: readonly string[]): string =>
  missed.length === 0 ? 'The promise is kept.' : `The promise is missed: ${missed.join('; ')}.`;
