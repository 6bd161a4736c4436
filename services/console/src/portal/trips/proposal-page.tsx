import { Button } from 'antd';
import { notices } from '../../frame/notices.tsx';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { OwnPlanProposal } from '../../api/gen/itinerary.ts';
import { localText } from '../../format/names.ts';
import { Loaded } from '../../patterns/loaded.tsx';
import { ProblemAlert } from '../../patterns/problem-alert.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { useMay, useMe } from '../../session/me.ts';
import { texts as orderTexts } from '../orders/texts.ts';
import { Field } from '../frame/field.tsx';
import { Link, useGo, useParamsOf } from '../frame/links.tsx';
import { Nothing, PortalPage } from '../frame/portal-page.tsx';
import { useOwnProposals } from './own-trip.ts';
import { proposalRoute } from './routes.ts';
import { texts } from './texts.ts';
import { TripDays } from './trip-days.tsx';
import '../catalogue/catalogue.css';
import './trips.css';

/** The itinerary that was sent last, to be accepted as it stands here or wanted otherwise. */
export function ProposalPage() {
  const t = texts.use();
  const { orderId } = useParamsOf(proposalRoute);
  const query = useOwnProposals(orderId);
  return (
    <PortalPage title={t('proposalTitle')} lead={t('proposalLead')}>
      <Loaded query={query} lines={12}>
        {(proposals) => {
          const proposal = proposals.find(({ state }) => state !== 'superseded');
          return proposal ? <OneProposal proposal={proposal} /> : <Nothing title={t('noPlan')} />;
        }}
      </Loaded>
      <p>
        <Link to="/orders/$orderId" params={{ orderId }}>
          {orderTexts.say('backToOrder')}
        </Link>
      </p>
    </PortalPage>
  );
}

function OneProposal({ proposal }: { readonly proposal: OwnPlanProposal }) {
  texts.use();
  const may = useMay();
  const { title, days, state, comment } = proposal;
  return (
    <>
      <section className="panel">
        <h2>{localText(title)}</h2>
        <TripDays days={days} />
      </section>
      {state === 'sent' && may('itinerary.own-plan.answer') ? (
        <AnswerForm proposal={proposal} />
      ) : (
        <section className="panel" role="status">
          <p>{texts.word(state)}</p>
          {comment && <p className="long-text">{comment}</p>}
        </section>
      )}
    </>
  );
}

type Answer = 'accepted' | 'changes-wanted';

interface GivenAnswer {
  readonly answer: Answer;
  readonly name: string;
  readonly comment: string;
}

function AnswerForm({ proposal }: { readonly proposal: OwnPlanProposal }) {
  const t = texts.use();
  const { user } = useMe();
  const [name, setName] = useState(user.displayName);
  const [comment, setComment] = useState('');
  const [missing, setMissing] = useState<string>();
  const { send, give: giveAnswer } = useAnswer(proposal);
  const give = (given: Answer) => {
    const words = { name: name.trim(), comment: comment.trim() };
    const lacks =
      words.name === ''
        ? t('nameNeeded')
        : given === 'changes-wanted' && words.comment === ''
          ? t('saidWhat')
          : undefined;
    setMissing(lacks);
    if (!lacks) void giveAnswer({ answer: given, ...words });
  };
  return (
    <section className="panel answer-plan">
      <ProblemAlert problem={send.error} />
      <Field label={t('yourName')}>
        {(id) => (
          <input id={id} value={name} maxLength={100} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      <Field label={t('whatChanges')}>
        {(id) => (
          <textarea
            id={id}
            value={comment}
            maxLength={1000}
            rows={3}
            onChange={(event) => setComment(event.target.value)}
          />
        )}
      </Field>
      {missing && <p role="alert">{missing}</p>}
      <div className="answers">
        <Button type="primary" size="large" loading={send.isPending} onClick={() => give('accepted')}>
          {t('accept')}
        </Button>
        <Button size="large" loading={send.isPending} onClick={() => give('changes-wanted')}>
          {t('wantChanges')}
        </Button>
      </div>
    </section>
  );
}

/** Sends the answer, says that it has arrived, and leads back to the order. */
function useAnswer({ id: proposalId, orderId, planVersion }: OwnPlanProposal) {
  const t = texts.use();
  const go = useGo();
  const send = useChange(
    (body: GivenAnswer, key) =>
      answer(
        api.itinerary.POST('/v1/own-plan-proposals/{proposalId}/answer', {
          params: { path: { proposalId } },
          body: { ...body, planVersion },
          headers: changing(key),
        }),
      ),
    { touches: [['itinerary']] },
  );
  const give = async (given: GivenAnswer) => {
    // What failed is shown from the change itself.
    const told = await send.mutateAsync(given).catch(() => undefined);
    if (!told) return;
    void notices.success(t(given.answer === 'accepted' ? 'acceptedNow' : 'changesAsked'));
    await go({ to: '/orders/$orderId', params: { orderId } });
  };
  return { send, give };
}
