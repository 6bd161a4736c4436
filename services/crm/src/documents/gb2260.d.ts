declare module 'id-validator/src/GB2260.js' {
  /** GB/T 2260 code, of six digits, to the name of the place; also codes that are no longer given out. */
  const places: Readonly<Record<string, string>>;
  export default places;
}
