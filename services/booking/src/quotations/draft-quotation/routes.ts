import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import type { CategoryOf } from '../../customers/customers.ts';
import { QuotationDetail } from '../revision-view.ts';
import { draftFields } from './draft.ts';
import { draftQuotation, reviseQuotation } from './handle.ts';

export const draftQuotationRoutes = (categoryOf: CategoryOf) => {
  const draft = draftQuotation(categoryOf);
  const revise = reviseQuotation(categoryOf);
  return [
    route({
      method: 'POST',
      path: '/v1/quotations',
      summary: 'Draft a quotation: each line, each discount and coupon with the amount before and after it',
      access: 'booking.quotation.write',
      body: Type.Object({
        customerId: Id,
        branchId: Type.Optional(Id),
        quotationRequestId: Type.Optional({
          ...Id,
          description: 'What the customer has asked for, which this answers',
        }),
        ...draftFields,
      }),
      result: QuotationDetail,
      status: 201,
      handle: (call, { body }) => draft(call, body),
    }),
    route({
      method: 'PUT',
      path: '/v1/quotations/:quotationId',
      summary: 'Write the next revision of a quotation; the earlier ones stay as they were',
      access: 'booking.quotation.write',
      params: Type.Object({ quotationId: Id }),
      body: Type.Object(draftFields),
      result: QuotationDetail,
      versioned: true,
      handle: (call, { params: { quotationId }, body, version }) =>
        revise(call, { ...body, quotationId, version }),
    }),
  ];
};
