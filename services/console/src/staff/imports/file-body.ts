/** Browsers name the type by what is installed where they run; the name of the file is the same everywhere. */
const mediaTypeOf = ({ name }: File): string => {
  if (/\.csv$/i.test(name)) return 'text/csv';
  if (/\.xlsx$/i.test(name)) return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return 'application/octet-stream';
};

/** A request whose body is a file, sent as it is. */
export const fileBody = (file: File, headers: Record<string, string>) => ({
  body: file,
  bodySerializer: (body: unknown) => body as File, // sent as it is
  headers: { ...headers, 'content-type': mediaTypeOf(file) },
});

/** As many of the latest imports as one looks back at. */
export const lookBack = 30;

/** Rows of one part. */
export const rowsAtOnce = 50;
