import { LocalText } from '@yitu/runtime';
import { Type, type Static } from 'typebox';

export const lodgingClasses = ['hostel', 'guesthouse', 'economy', 'comfort', 'upscale', 'luxury'] as const;
export const transports = ['coach', 'car', 'flight', 'train', 'high-speed-rail', 'ferry', 'cruise'] as const;

const Place = Type.String({ minLength: 1, maxLength: 100 });
const Code = Type.String({ minLength: 1, maxLength: 20 });
const Clock = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$', description: 'HH:MM, at the place' });

/** Everything a product may say beyond what all of them do; which of it belongs to a kind stands in `kinds.ts`. */
export const Details = Type.Object(
  {
    lodgingClass: Type.Optional(Type.Enum([...lodgingClasses])),
    transport: Type.Optional(
      Type.Array(Type.Enum([...transports]), { minItems: 1, maxItems: 7, uniqueItems: true }),
    ),
    nights: Type.Optional(Type.Integer({ minimum: 0, maximum: 364 })),
    meetingPoint: Type.Optional(LocalText),
    roomTypes: Type.Optional(Type.Array(LocalText, { minItems: 1, maxItems: 50 })),
    checkInFrom: Type.Optional(Clock),
    checkOutUntil: Type.Optional(Clock),
    from: Type.Optional(
      Type.String({ minLength: 1, maxLength: 100, description: 'Airport (IATA) or station' }),
    ),
    to: Type.Optional(
      Type.String({ minLength: 1, maxLength: 100, description: 'Airport (IATA) or station' }),
    ),
    carrier: Type.Optional(Place),
    serviceNumber: Type.Optional(Type.String({ ...Code, description: 'Flight or train number' })),
    travelClass: Type.Optional(Code),
    venue: Type.Optional(LocalText),
    validDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 3650 })),
    vehicleClass: Type.Optional(Place),
    vehicleSeats: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    withDriver: Type.Optional(Type.Boolean()),
    visaType: Type.Optional(Place),
    entries: Type.Optional(Type.Enum(['single', 'double', 'multiple'])),
    stayDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 3650 })),
    processingDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 365 })),
    insurer: Type.Optional(Place),
    coverage: Type.Optional(
      Type.Object({
        amount: Type.String({ format: 'minor-units', pattern: '^[0-9]+$', description: 'Minor units' }),
        currency: Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217 code.' }),
      }),
    ),
    soldPer: Type.Optional(Type.Enum(['person', 'order', 'day', 'piece'])),
  },
  { title: 'ProductDetails' },
);

export type Details = Static<typeof Details>;
export type Detail = keyof Details;
