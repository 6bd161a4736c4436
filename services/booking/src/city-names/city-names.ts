import { command, query, requestErrors, type UnitOfWork } from '@yitu/persistence';
import { InstantText, LocalText, route, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { checkOnce } from '../once.ts';
import { indexCityNames } from '../products/index-product.ts';
import { cityNameErrors } from './errors.ts';

const CityName = Type.Object(
  {
    city: Type.String({
      ...{ minLength: 1, maxLength: 100 },
      description: 'As it stands in products, articles and suppliers, which are found by it',
    }),
    name: LocalText,
  },
  { title: 'CityName' },
);

const Names = Type.Object({ cities: Type.Array(CityName, { maxItems: 1_000 }) });
type Names = Static<typeof Names>;

/** Until an agency has named a city it is called what was entered, in every language. */
async function namesInForce(uow: UnitOfWork): Promise<Names & { version: number }> {
  const [set] = await uow.rows<Names & { version: number }>(
    'select cities, version from booking.city_names where agency_id = ? order by version desc limit 1',
    [uow.agencyId],
  );
  return set ?? { cities: [], version: 1 };
}

const setNames = command(
  { permission: 'booking.product.change' },
  async (uow, { version: read, cities }: Names & { readonly version: number }) => {
    checkOnce(cities, ({ city }) => city, '/body/cities', cityNameErrors.cityNamedTwice);
    const { version: current, cities: before } = await namesInForce(uow);
    if (read !== current) throw requestErrors.staleVersion({ current });
    const version = current + 1;
    // Of two who have read the same version the second finds its row taken.
    const [set] = await uow.rows<{ version: number }>(
      `insert into booking.city_names (agency_id, version, cities, valid_from)
       values (?, ?, ?::jsonb, ?) on conflict do nothing returning version`,
      [uow.agencyId, version, JSON.stringify(cities), uow.now.toString()],
    );
    if (!set) throw requestErrors.staleVersion({ current: version });
    const known = new Map(before.map(({ city, name }) => [city, name]));
    const renamed = cities.filter(
      ({ city, name }) => name.zh !== known.get(city)?.zh || name.en !== known.get(city)?.en,
    );
    await indexCityNames(uow, renamed);
    uow.audit({
      ...{ objectType: 'CityNames', objectId: uow.agencyId, change: 'update' },
      ...{ before: { cities: before }, after: { cities } },
    });
    return { cities, version, validFrom: uow.now.toString() };
  },
);

const getNames = query({ permission: 'booking.product.read' }, (uow, _input: object) => namesInForce(uow));

const NamesView = Type.Object({ ...Names.properties, version: Version }, { title: 'CityNamesInForce' });

export const cityNamesRoutes = () => [
  route({
    method: 'PUT',
    path: '/v1/city-names',
    summary: 'Set what cities are called in each language',
    access: 'booking.product.change',
    body: Names,
    result: Type.Object({ ...NamesView.properties, validFrom: InstantText }),
    versioned: true,
    handle: (call, { body, version }) => setNames(call, { ...body, version }),
  }),
  route({
    method: 'GET',
    path: '/v1/city-names',
    summary: 'What cities are called in each language',
    access: 'booking.product.read',
    result: NamesView,
    handle: (call) => getNames(call, {}),
  }),
];
