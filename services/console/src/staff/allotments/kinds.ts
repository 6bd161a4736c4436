export const allotmentKinds = ['room', 'seat', 'ticket'] as const;
