import type { Money, Texts } from '@yitu/kernel';

/** What somebody is to pay on a provider's page. */
export interface PageWish {
  readonly agencyId: string;
  readonly onlinePaymentId: string;
  readonly amount: Money;
  /** What it is for, to be shown on the page. */
  readonly subject: Texts;
  readonly expiresAt: Temporal.Instant;
  /** Path on our own origin that the page leads back to. */
  readonly returnTo: string;
}

/** What a provider says has become of a payment. */
export interface Callback {
  readonly agencyId: string;
  readonly onlinePaymentId: string;
  /** The provider's own number of what happened: the same number is the same message. */
  readonly transactionId: string;
  readonly result: 'paid' | 'refused';
  readonly amount: Money;
}

/** A message as it came in, to the letter. */
export interface CallbackMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Somebody who takes money on a page of their own, and tells us of it. Whatever is needed to pay stays on that page. */
export interface PaymentProvider {
  readonly name: string;
  /** @returns the address of a page on which this, and nothing else, can be paid */
  createPage(wish: PageWish): Promise<string>;
  /** @throws finance/callback-not-genuine when the provider has not signed this message just now, finance/callback-unreadable */
  readCallback(message: CallbackMessage): Callback;
}

export interface PaymentProviders {
  /** The one new payments go to; undefined where nothing can be paid online. */
  readonly current: PaymentProvider | undefined;
  named(name: string): PaymentProvider | undefined;
}

/** @param current undefined where none is configured */
export const providersOf = (current: PaymentProvider | undefined): PaymentProviders => ({
  current,
  named: (name) => (current?.name === name ? current : undefined),
});
