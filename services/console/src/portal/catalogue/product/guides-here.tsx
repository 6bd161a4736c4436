import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../api/client.ts';
import { localText } from '../../../format/names.ts';
import { Link } from '../../frame/links.tsx';
import { useCityName } from '../../../names/cities.ts';
import { texts } from '../texts.ts';

/** What the agency has written about the destination; nothing where it has written nothing. */
export function GuidesHere({ country, city }: { readonly country: string; readonly city: string }) {
  const t = texts.use();
  const cityName = useCityName();
  const { data } = useQuery({
    queryKey: ['booking', 'article', 'here', country, city],
    queryFn: ({ signal }) =>
      answer(api.booking.GET('/v1/articles', { params: { query: { country, city, limit: 5 } }, signal })),
  });
  if (!data || data.articles.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t('guidesHere', { city: cityName(city) })}</h2>
      <ul className="bare-list rows">
        {data.articles.map(({ id, title }) => (
          <li key={id}>
            <Link to="/guides/$articleId" params={{ articleId: id }}>
              {localText(title)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
