export const supplierKinds = [
  'hotel',
  'restaurant',
  'transport',
  'airline',
  'railway',
  'cruise-line',
  'attraction',
  'guide',
  'land-operator',
  'insurer',
  'visa-service',
  'other',
] as const;
