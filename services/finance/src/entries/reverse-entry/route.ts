import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { line } from '../../text.ts';
import { EntryView } from '../entry.ts';
import { reverseEntry } from './handle.ts';

export const reverseEntryRoute = () =>
  route({
    method: 'POST',
    path: '/v1/entries/:entryId/reversal',
    summary: 'Take back a payment or a supplier cost that was recorded in error, by a reversal entry',
    access: 'finance.entry.reverse',
    params: Type.Object({ entryId: Id }),
    body: Type.Object({ reason: line(300, { minLength: 3 }) }),
    result: EntryView,
    status: 201,
    handle: (call, { params: { entryId }, body: { reason } }) => reverseEntry(call, { entryId, reason }),
  });
