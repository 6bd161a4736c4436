/** Kinds of work that no other list shows exactly as home counts them, by the service that counts them and lists them too. */
export const listedAlone = {
  booking: ['order-returned', 'choice-to-record', 'waiting-offer'],
  itinerary: ['contract-to-sign', 'sheet-to-open', 'reservation-to-confirm'],
  identity: ['incident-open'],
} as const;

export type ListedAlone = (typeof listedAlone)[keyof typeof listedAlone][number];
