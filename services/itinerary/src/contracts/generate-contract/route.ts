import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import type { Bookings } from '../../bookings.ts';
import type { Customers } from '../../customers.ts';
import { ContractDetail } from '../contract.ts';
import { generateContract } from './handle.ts';

const Body = Type.Object({
  orderId: Id,
  supersedes: Type.Optional({
    ...Id,
    description: 'An unsigned contract of the same order that this one replaces',
  }),
});

export const generateContractRoute = (bookings: Bookings, customers: Customers) => {
  const generate = generateContract(bookings, customers);
  return route({
    method: 'POST',
    path: '/v1/contracts',
    summary: 'Generate the contract of an approved order',
    access: 'itinerary.contract.generate',
    body: Body,
    result: ContractDetail,
    status: 201,
    handle: (call, { body }) => generate(call, body),
  });
};
