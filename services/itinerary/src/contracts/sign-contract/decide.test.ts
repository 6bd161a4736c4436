import { describe, expect, it } from 'vitest';
import { checkOrder, checkSuperseding } from '../generate-contract/decide.ts';
import { checkSigning } from './decide.ts';

describe('making a contract', () => {
  it.each(['in-review', 'returned', 'cancelled', 'expired'])(
    'is refused for an order that is %s',
    (state) => {
      expect(() => checkOrder({ state })).toThrow('itinerary/order-not-approved');
    },
  );

  it.each(['awaiting-payment', 'confirmed', 'completed'])('is possible for an order that is %s', (state) => {
    expect(() => checkOrder({ state })).not.toThrow();
  });

  it('replaces only an unsigned contract of the same order', () => {
    expect(() => checkSuperseding({ orderId: 'a', state: 'sent' }, 'a')).not.toThrow();
    expect(() => checkSuperseding({ orderId: 'a', state: 'sent' }, 'b')).toThrow(
      'itinerary/supersedes-other',
    );
    expect(() => checkSuperseding({ orderId: 'a', state: 'signed' }, 'a')).toThrow(
      'itinerary/contract-signed',
    );
    expect(() => checkSuperseding({ orderId: 'a', state: 'void' }, 'a')).toThrow(
      'itinerary/contract-superseded',
    );
  });
});

describe('signing a contract', () => {
  it.each([
    ['generated', 'itinerary/contract-state'],
    ['signed', 'itinerary/contract-signed'],
    ['superseded', 'itinerary/contract-superseded'],
    ['void', 'itinerary/contract-superseded'],
  ] as const)('is refused when it is %s', (state, code) => {
    expect(() => checkSigning({ state, contentHash: 'h' }, 'h')).toThrow(code);
  });

  it('is refused when the text is not the one that was generated', () => {
    expect(() => checkSigning({ state: 'sent', contentHash: 'h' }, 'other')).toThrow(
      'itinerary/contract-altered',
    );
  });

  it('is possible once it was sent, with its own text', () => {
    expect(() => checkSigning({ state: 'sent', contentHash: 'h' }, 'h')).not.toThrow();
  });
});
