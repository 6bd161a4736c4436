/** The states of an order that was approved and stands: what contracts and plans are made for. */
export const approvedStates = ['awaiting-payment', 'confirmed', 'travelling', 'completed', 'settled'];
