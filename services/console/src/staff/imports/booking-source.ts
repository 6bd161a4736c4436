import { answer, api, changing } from '../../api/client.ts';
import type { Import as BookingImport } from '../../api/gen/booking.ts';
import { currentLocale } from '../../texts/locale.ts';
import { fileBody, lookBack, rowsAtOnce } from './file-body.ts';
import type { ImportSource } from './sources.ts';

const kindOf = (kind: string): BookingImport['kind'] => (kind === 'departures' ? 'departures' : 'products');
const path = (importId: string) => ({ path: { importId } });

export const bookingSource: ImportSource = {
  service: 'booking',
  read: 'booking.import.read',
  start: 'booking.import.start',
  kinds: [
    { kind: 'products', needs: 'booking.product.create', asksDuplicates: false },
    { kind: 'departures', needs: 'booking.departure.schedule', asksDuplicates: false },
  ],
  list: async (signal) => {
    const query = { limit: lookBack };
    const { imports } = await answer(api.booking.GET('/v1/imports', { params: { query }, signal }));
    return imports;
  },
  rows: ({ importId, state, after }, signal) => {
    const query = { limit: rowsAtOnce, ...(state && { state }), ...(after !== null && { after }) };
    return answer(
      api.booking.GET('/v1/imports/{importId}/rows', { params: { ...path(importId), query }, signal }),
    );
  },
  begin: ({ kind, dryRun, file }, key) =>
    answer(
      api.booking.POST('/v1/imports', {
        params: { query: { kind: kindOf(kind), dryRun } },
        ...fileBody(file, changing(key)),
      }),
    ),
  cancel: ({ id, version }, key) =>
    answer(
      api.booking.POST('/v1/imports/{importId}/cancellations', {
        params: path(id),
        headers: changing(key, version),
      }),
    ),
  errors: (importId) =>
    answer(api.booking.GET('/v1/imports/{importId}/errors', { params: path(importId), parseAs: 'text' })),
  template: (kind) =>
    answer(
      api.booking.GET('/v1/import-templates/{kind}', {
        params: { path: { kind: kindOf(kind) }, query: { language: currentLocale() } },
        parseAs: 'text',
      }),
    ),
};
