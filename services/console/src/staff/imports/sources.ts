import { answer, api, changing } from '../../api/client.ts';
import type { Import as BookingImport } from '../../api/gen/booking.ts';
import type { Permission } from '../../api/gen/permissions.ts';
import { currentLocale } from '../../texts/locale.ts';

/** An import as every service tells of it. */
export type Import = Omit<BookingImport, 'kind'> & { readonly kind: string };

export interface Started {
  readonly kind: string;
  readonly dryRun: boolean;
  readonly file: File;
}

/** A service that takes in tables; all do it in the same way. */
export interface ImportSource {
  readonly service: string;
  readonly read: Permission;
  readonly start: Permission;
  /** What it takes in, each for whoever may add it one by one. */
  readonly kinds: readonly { readonly kind: string; readonly needs: Permission }[];
  readonly list: (signal: AbortSignal) => Promise<readonly Import[]>;
  readonly begin: (started: Started, key: string) => Promise<Import>;
  /** The rows that were refused, as CSV. */
  readonly errors: (importId: string) => Promise<string>;
  /** An empty table to fill in, as CSV. */
  readonly template: (kind: string) => Promise<string>;
}

/** As many of the latest as one looks back at. */
const limit = 30;

const kindOf = (kind: string): BookingImport['kind'] => (kind === 'departures' ? 'departures' : 'products');

const booking: ImportSource = {
  service: 'booking',
  read: 'booking.import.read',
  start: 'booking.import.start',
  kinds: [
    { kind: 'products', needs: 'booking.product.create' },
    { kind: 'departures', needs: 'booking.departure.schedule' },
  ],
  list: async (signal) => {
    const { imports } = await answer(
      api.booking.GET('/v1/imports', { params: { query: { limit } }, signal }),
    );
    return imports;
  },
  begin: ({ kind, dryRun, file }, key) =>
    answer(
      api.booking.POST('/v1/imports', {
        params: { query: { kind: kindOf(kind), dryRun } },
        body: file,
        bodySerializer: (body: unknown) => body as File, // sent as it is
        headers: { ...changing(key), 'content-type': mediaTypeOf(file) },
      }),
    ),
  errors: (importId) =>
    answer(
      api.booking.GET('/v1/imports/{importId}/errors', { params: { path: { importId } }, parseAs: 'text' }),
    ),
  template: (kind) =>
    answer(
      api.booking.GET('/v1/import-templates/{kind}', {
        params: { path: { kind: kindOf(kind) }, query: { language: currentLocale() } },
        parseAs: 'text',
      }),
    ),
};

/** Browsers name the type by what is installed where they run; the name of the file is the same everywhere. */
const mediaTypeOf = ({ name }: File): string => {
  if (/\.csv$/i.test(name)) return 'text/csv';
  if (/\.xlsx$/i.test(name)) return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return 'application/octet-stream';
};

/** Another service that takes in tables brings its line here. */
export const importSources: readonly ImportSource[] = [booking];
