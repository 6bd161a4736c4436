import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../api/client.ts';
import { Loaded } from '../../../patterns/loaded.tsx';
import { texts } from '../texts.ts';

/** What it costs to cancel, by the days that are left: the scale of the product as it is now. */
export function CancellationRules({
  productId,
  country,
}: {
  readonly productId: string;
  readonly country: string;
}) {
  const t = texts.use();
  const query = useQuery({
    queryKey: ['booking', 'cancellation-policy', productId],
    queryFn: ({ signal }) =>
      answer(api.booking.GET('/v1/cancellation-policy', { params: { query: { productId } }, signal })),
  });
  return (
    <section className="panel">
      <h2>{t('cancelling')}</h2>
      <Loaded query={query} lines={3}>
        {({ homeCountry, domestic, outbound }) => (
          <>
            <p>{t('cancelLead')}</p>
            <ul className="bare-list rows">
              {daysLeft((country === homeCountry ? domestic : outbound).byCustomer).map(
                ({ from, until, share }) => (
                  <li key={from}>
                    <span>{daysLeftText(from, until)}</span>
                    <strong>{share === 0 ? t('free') : `${share / 100}%`}</strong>
                  </li>
                ),
              )}
            </ul>
          </>
        )}
      </Loaded>
    </section>
  );
}

/** Steps of a scale with the day each ends; shares are hundredths of a percent. */
function daysLeft(scale: readonly { readonly fromDays: number; readonly share: number }[]) {
  const steps = scale.toSorted((one, other) => other.fromDays - one.fromDays);
  return steps.map(({ fromDays, share }, index) => ({
    from: fromDays,
    until: (steps[index - 1]?.fromDays ?? Infinity) - 1,
    share,
  }));
}

function daysLeftText(from: number, until: number): string {
  if (until === Infinity) return texts.say('cancelFrom', { days: from });
  if (from === 0 && until === 0) return texts.say('cancelDay');
  return from === until
    ? texts.say('cancelExact', { days: from })
    : texts.say('cancelBetween', { from, until });
}
