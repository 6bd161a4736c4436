import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { command } from '@yitu/persistence';
import { route } from '@yitu/runtime';
import type { Static } from 'typebox';
import { authorship } from '../author.ts';
import type { Customers } from '../customers.ts';
import { Request, RequestBody, requestView, RequestView } from './request.ts';

const takeRequest = command(
  { permission: 'itinerary.request.take' },
  async (uow, { budget, ...wishes }: Static<typeof RequestBody>) => {
    const request = uow.add(
      uow.em.create(Request, {
        ...authorship(uow),
        id: newId(),
        ...wishes,
        budgetAmount: budget ? BigInt(budget.amount) : null,
        budgetCurrency: budget?.currency ?? null,
        version: 0,
        createdAt: uow.now,
      }),
    );
    const { id: requestId, branchId, customerId } = request;
    uow.publish(request, events.requestTaken, { requestId, branchId, customerId });
    return requestView(request);
  },
);

/** The customer must be one the caller may see: crm is asked first, and without its answer no request is taken. */
export const takeRequestRoute = (customers: Customers) =>
  route({
    method: 'POST',
    path: '/v1/requests',
    summary: "Take down a customer's request",
    access: 'itinerary.request.take',
    body: RequestBody,
    result: RequestView,
    status: 201,
    handle: async (call, { body }) => {
      await customers.get(call, body.customerId);
      return takeRequest(call, body);
    },
  });
