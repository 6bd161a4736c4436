import { dateText } from '../../format/dates.ts';
import { Missed } from '../../patterns/loaded.tsx';
import { currentLocale } from '../../texts/locale.ts';
import { Link } from '../frame/links.tsx';
import { useOwnContracts, useOwnProposals, useOwnSurvey } from './own-trip.ts';
import { texts } from './texts.ts';
import './trips.css';

/** What of an order waits for the customer, with the way there. Contracts and questionnaires have pages of their own, for whoever has no account too. */
export function WaitingForYou({ orderId }: { readonly orderId: string }) {
  const t = texts.use();
  const asked = [useOwnContracts(orderId), useOwnProposals(orderId), useOwnSurvey(orderId)] as const;
  const contracts = (asked[0].data ?? []).filter(({ signAt }) => signAt !== null);
  const proposals = (asked[1].data ?? []).filter(({ state }) => state === 'sent');
  const survey = asked[2].data;
  const nothing = contracts.length === 0 && proposals.length === 0 && !survey?.answerAt;
  if (nothing && asked.every(({ error }) => !error)) return null;
  return (
    <section className="panel waiting-for-you">
      <h2>{t('waiting')}</h2>
      <Missed of={asked} />
      <ul className="bare-list rows">
        {proposals.slice(0, 1).map(({ id }) => (
          <li key={id}>
            <span>{t('planWaits')}</span>
            <Link to="/orders/$orderId/itinerary" params={{ orderId }} className="button-link">
              {t('answerPlan')}
            </Link>
          </li>
        ))}
        {contracts.map(
          ({ id, number, signAt }) =>
            signAt && (
              <li key={id}>
                <span>{t('signContract', { number })}</span>
                <a href={inLanguage(signAt)} className="button-link">
                  {t('sign')}
                </a>
              </li>
            ),
        )}
        {survey?.answerAt && (
          <li>
            <span>{t('surveyWaits', { date: dateText(survey.validUntil) })}</span>
            <a href={inLanguage(survey.answerAt)} className="button-link">
              {t('answerSurvey')}
            </a>
          </li>
        )}
      </ul>
    </section>
  );
}

/** Those pages go by the browser's language where they are not told another. */
function inLanguage(address: string): string {
  const page = new URL(address);
  page.searchParams.set('lang', currentLocale());
  return page.href;
}
