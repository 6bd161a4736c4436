/** Which of some suppliers is called so, in any language. */
export function idOfName(
  suppliers: readonly { readonly id: string; readonly name: object }[],
  text: string,
): string | undefined {
  const wanted = text.trim().toLowerCase();
  const called = (name: object) => Object.values(name).some((word) => String(word).toLowerCase() === wanted);
  return suppliers.find(({ name }) => called(name))?.id;
}
