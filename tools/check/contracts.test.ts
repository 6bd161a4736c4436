import { expect, it } from 'vitest';
import type { DescribedEvent } from '../generate/image.ts';
import { findMovedEvents, findRemovedRpcs } from './contracts.ts';

const placed: DescribedEvent = {
  service: 'booking',
  message: 'OrderPlaced',
  kind: 'event',
  noun: 'order',
  what: 'placed',
  comment: '',
};

it('accepts events that stay and events that are new', () => {
  expect(
    findMovedEvents([placed], [placed, { ...placed, message: 'OrderApproved', what: 'approved' }]),
  ).toEqual([]);
});

it('finds a released event that moved to another subject', () => {
  expect(findMovedEvents([placed], [{ ...placed, what: 'made' }])).toEqual([
    'booking: OrderPlaced was released on evt.<agency>.booking.order.placed.v1 and moved to evt.<agency>.booking.order.made.v1',
  ]);
});

it('finds a released timer that has become a hint: whoever waits for it hears nothing any more', () => {
  const due: DescribedEvent = { ...placed, kind: 'timer', what: 'due' };
  expect(findMovedEvents([due], [{ ...due, kind: 'hint' }])).toEqual([
    'booking: OrderPlaced was released on tmr.<agency>.booking.order.due.v1 and moved to hnt.<agency>.booking.order.due.v1',
  ]);
});

it('finds a released event that is no longer published', () => {
  expect(findMovedEvents([placed], [])).toEqual([
    'booking: OrderPlaced was released on evt.<agency>.booking.order.placed.v1 and is no longer published',
  ]);
});

it('finds a released rpc that is gone', () => {
  const getOrder = { path: '/yitu.booking.v1.OrdersService/GetOrder', callers: ['finance'] };
  const listOrders = { path: '/yitu.booking.v1.OrdersService/ListOrders', callers: ['finance'] };
  expect(findRemovedRpcs([getOrder], [listOrders])).toEqual([`${getOrder.path} was released and is gone`]);
  expect(findRemovedRpcs([getOrder], [getOrder, listOrders])).toEqual([]);
});
