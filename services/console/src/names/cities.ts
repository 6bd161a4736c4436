import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client.ts';
import { countryName, localText } from '../format/names.ts';
import { useMay } from '../session/me.ts';
import { useLocale } from '../texts/use-locale.ts';

/** What the agency calls its cities, and the version to change that on. */
export function useCityNames() {
  return useQuery({
    queryKey: ['booking', 'city-name'],
    queryFn: ({ signal }) => answer(api.booking.GET('/v1/city-names', { signal })),
    enabled: useMay()('booking.product.read'),
    staleTime: 300_000,
  });
}

/** What a city of the data is called in the language of now; one the agency has not named stands as it was entered. */
export function useCityName(): (city: string) => string {
  useLocale();
  const { data } = useCityNames();
  const names = new Map(data?.cities.map(({ city, name }) => [city, name]));
  return (city) => localText(names.get(city) ?? { zh: city, en: city });
}

/** Country and city, or the country alone; it is not said twice where it is the city's own name. */
export function usePlaceText(): (country: string, city: string) => string {
  const cityName = useCityName();
  return (country, city) => {
    if (!city) return countryName(country);
    const [of, name] = [countryName(country), cityName(city)];
    return of === name ? name : `${of} · ${name}`;
  };
}
