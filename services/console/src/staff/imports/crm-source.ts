import { answer, api, changing } from '../../api/client.ts';
import { currentLocale } from '../../texts/locale.ts';
import { fileBody, lookBack, rowsAtOnce } from './file-body.ts';
import type { ImportSource } from './sources.ts';

const kind = 'customers' as const;
const path = (importId: string) => ({ path: { importId } });

export const crmSource: ImportSource = {
  service: 'crm',
  read: 'crm.import.read',
  start: 'crm.import.start',
  kinds: [{ kind, needs: 'crm.customer.enter', asksDuplicates: true }],
  list: async (signal) => {
    const query = { limit: lookBack };
    const { imports } = await answer(api.crm.GET('/v1/imports', { params: { query }, signal }));
    return imports;
  },
  rows: ({ importId, state, after }, signal) => {
    const query = { limit: rowsAtOnce, ...(state && { state }), ...(after !== null && { after }) };
    return answer(
      api.crm.GET('/v1/imports/{importId}/rows', { params: { ...path(importId), query }, signal }),
    );
  },
  begin: ({ dryRun, duplicates, file }, key) =>
    answer(
      api.crm.POST('/v1/imports', {
        params: { query: { kind, dryRun, duplicates } },
        ...fileBody(file, changing(key)),
      }),
    ),
  cancel: ({ id, version }, key) =>
    answer(
      api.crm.POST('/v1/imports/{importId}/cancellations', {
        params: path(id),
        headers: changing(key, version),
      }),
    ),
  errors: (importId) =>
    answer(api.crm.GET('/v1/imports/{importId}/errors', { params: path(importId), parseAs: 'text' })),
  template: () =>
    answer(
      api.crm.GET('/v1/import-templates/{kind}', {
        params: { path: { kind }, query: { language: currentLocale() } },
        parseAs: 'text',
      }),
    ),
};
