import { describe, expect, it } from 'vitest';
import { orderSteps, type Circumstances } from './order-steps.ts';

const usual: Circumstances = {
  mine: false,
  begun: false,
  departed: false,
  quoted: false,
  owing: true,
  contract: 'none',
};
const everything = () => true;
const next = (state: string, other: Partial<Circumstances> = {}) =>
  orderSteps(state, { ...usual, ...other }, everything).next;

describe('the next step of an order', () => {
  it('is its review, unless one placed it', () => {
    expect(next('in-review')).toBe('approve');
    expect(next('in-review', { mine: true })).toBeUndefined();
  });

  it('is to submit what came back', () => {
    expect(next('returned', { mine: true })).toBe('resubmit');
  });

  it('is its contract until that is signed, then its payment', () => {
    expect(next('awaiting-payment')).toBe('drawUpContract');
    expect(next('awaiting-payment', { contract: 'unsigned' })).toBe('toContract');
    expect(next('awaiting-payment', { contract: 'signed' })).toBe('recordPayment');
  });

  it('is the payment for who draws up no contracts, and while it is not known whether there is one', () => {
    const cashier = (permission: string) => permission.startsWith('finance.');
    expect(orderSteps('awaiting-payment', usual, cashier).next).toBe('recordPayment');
    expect(next('awaiting-payment', { contract: undefined })).toBe('recordPayment');
  });

  it('is the operations sheet when everything is paid', () => {
    expect(next('confirmed', { contract: 'signed' })).toBe('recordPayment');
    expect(next('confirmed', { contract: 'signed', owing: false })).toBe('toSheet');
    expect(next('settled', { contract: 'signed', owing: false })).toBeUndefined();
  });
});

describe('what else may be done with an order', () => {
  it('stands beside the next step or behind the menu, never twice', () => {
    const { beside, others } = orderSteps('awaiting-payment', usual, everything);
    expect(beside).toEqual(['recordPayment']);
    expect(others).toEqual(['cancel-customer', 'cancel-agency']);
  });

  it('leaves a contract that was not asked for behind the menu, and draws up none where there is one', () => {
    expect(orderSteps('completed', usual, everything).others).toEqual(['drawUpContract']);
    expect(orderSteps('completed', { ...usual, contract: 'signed' }, everything).others).toEqual([]);
  });

  it('does not offer to edit what a quotation promised', () => {
    const own = { ...usual, mine: true };
    expect(orderSteps('returned', own, everything).beside).toEqual(['edit', 'delete']);
    expect(orderSteps('returned', { ...own, quoted: true }, everything).beside).toEqual(['delete']);
  });
});
