import { useQuery } from '@tanstack/react-query';
import { Button, Card, Flex, Form, Tag, Typography } from 'antd';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { Plan } from '../../api/gen/itinerary.ts';
import { dateText, instantText } from '../../format/dates.ts';
import { localText } from '../../format/names.ts';
import { BranchName, useDepartureName, UserName } from '../../names/names.tsx';
import { Facts } from '../../patterns/facts.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { Page } from '../../patterns/page.tsx';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { useMay, useMe } from '../../session/me.ts';
import { useLocale } from '../../texts/use-locale.ts';
import { DepartureLink } from '../links.tsx';
import { PlanFields, type PlanForm } from './day-fields.tsx';
import { numbered } from './draft-plan.tsx';
import { PlanProposals } from './plan-proposals.tsx';
import { planRoute } from './routes.ts';
import { datesOf } from './segment-kinds.ts';
import { SendPlan } from './send-plan.tsx';
import { texts } from './texts.ts';

/** One plan, day by day. */
export function PlanPage() {
  const { planId } = planRoute.useParams();
  const query = useQuery({
    queryKey: ['itinerary', 'plan', planId],
    queryFn: ({ signal }) =>
      answer(api.itinerary.GET('/v1/plans/{planId}', { params: { path: { planId } }, signal })),
  });
  return <Loaded query={query}>{(plan) => <OnePlan plan={plan} />}</Loaded>;
}

function OnePlan({ plan }: { readonly plan: Plan }) {
  const t = texts.use();
  const may = useMay();
  const { timeZone } = useMe().agency;
  const departure = useDepartureName(plan.departureId);
  const dates = departure ? datesOf(departure) : [];
  const [chosen, setChosen] = useState<'send' | 'revise'>();
  const onClose = () => setChosen(undefined);
  return (
    <Page
      title={localText(plan.title)}
      tags={<Tag>{t('versionOf', { version: plan.version })}</Tag>}
      subtitle={<DepartureLink id={plan.departureId} />}
      actions={
        <>
          {may('itinerary.plan.send') && may('booking.order.read') && (
            <Button type="primary" onClick={() => setChosen('send')}>
              {t('send')}
            </Button>
          )}
          {may('itinerary.plan.revise') && <Button onClick={() => setChosen('revise')}>{t('revise')}</Button>}
        </>
      }
    >
      <Flex vertical gap="middle">
        <Card>
          <Facts
            of={[
              [t('days'), t('daysOf', { count: plan.days.length })],
              [t('branch'), <BranchName key="branch" id={plan.branchId} />],
              [t('author'), <UserName key="author" id={plan.authorId} />],
              [t('createdAt'), instantText(plan.createdAt, timeZone)],
            ]}
          />
        </Card>
        {may('itinerary.plan-proposal.read') && <PlanProposals plan={plan} />}
        {plan.days.map((day, index) => (
          <PlannedDay key={day.day} day={day} date={dates[index]} />
        ))}
      </Flex>
      <SendPlan plan={plan} open={chosen === 'send'} onClose={onClose} />
      <RevisePlan plan={plan} dates={dates} open={chosen === 'revise'} onClose={onClose} />
    </Page>
  );
}

function PlannedDay({
  day,
  date,
}: {
  readonly day: Plan['days'][number];
  readonly date: string | undefined;
}) {
  const t = texts.use();
  useLocale();
  return (
    <Card
      size="small"
      title={
        <Typography.Title level={2} style={{ fontSize: 16, margin: 0 }}>
          {t('day', { day: day.day })} · {localText(day.title)}
        </Typography.Title>
      }
      extra={date && <Typography.Text type="secondary">{dateText(date)}</Typography.Text>}
    >
      {day.segments.length === 0 && <Typography.Text type="secondary">{t('nothingPlanned')}</Typography.Text>}
      <ol className="planned-segments">
        {day.segments.map((segment, index) => (
          <li key={index}>
            <span className="planned-when">
              {[segment.from, segment.to].filter(Boolean).join('–') || '—'}
            </span>
            <Tag>{texts.word(segment.kind)}</Tag>
            <span>{localText(segment.text)}</span>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function RevisePlan({
  plan,
  dates,
  open,
  onClose,
}: {
  readonly plan: Plan;
  readonly dates: readonly string[];
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const [form] = Form.useForm<PlanForm>();
  const { id: planId, version, title: before, days: planned } = useAsOpened(plan, open);
  const change = useChange(
    ({ title, days }: PlanForm, key) =>
      answer(
        api.itinerary.PUT('/v1/plans/{planId}', {
          params: { path: { planId } },
          body: { title, days: numbered(days) },
          headers: changing(key, version),
        }),
      ),
    { touches: [['itinerary', 'plan']], done: t('revised') },
  );
  return (
    <FormDrawer
      title={t('revise')}
      name={`revise-plan-${planId}`}
      version={version}
      {...{ open, onClose, form, change }}
      initial={{ title: before, days: planned }}
      width={920}
    >
      <PlanFields dates={dates} />
    </FormDrawer>
  );
}
