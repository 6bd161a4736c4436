import { useNavigate } from '@tanstack/react-router';
import { Alert, Form } from 'antd';
import { useEffect } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import { ChooseDeparture } from '../../names/choose-records.tsx';
import { useDepartureName } from '../../names/names.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { PlanFields, type PlanForm } from './day-fields.tsx';
import { datesOf } from './segment-kinds.ts';
import { texts } from './texts.ts';

type DraftForm = PlanForm & { readonly departureId: string };

/** Drafts the plan of a departure, a day for each of its days, and opens it. */
export function DraftPlan({
  open,
  onClose,
  departureId,
}: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly departureId?: string;
}) {
  const t = texts.use();
  const navigate = useNavigate();
  const [form] = Form.useForm<DraftForm>();
  const change = useChange(
    async ({ departureId, title, days }: DraftForm, key) => {
      const body = { departureId, title, days: numbered(days) };
      const { id } = await answer(api.itinerary.POST('/v1/plans', { body, headers: changing(key) }));
      await navigate({ to: '/plans/$planId', params: { planId: id } });
    },
    { touches: [['itinerary', 'plan']], done: t('drafted') },
  );
  return (
    <FormDrawer
      title={t('draft')}
      name={`draft-plan-${departureId ?? ''}`}
      {...{ open, onClose, form, change }}
      initial={departureId ? { departureId } : {}}
      width={920}
    >
      <Form.Item
        name="departureId"
        label={t('departure')}
        rules={[{ required: true, message: t('required') }]}
      >
        <ChooseDeparture />
      </Form.Item>
      <DaysOfDeparture />
    </FormDrawer>
  );
}

/** A day for each day of the chosen departure; what was entered of the first ones stays when another one is chosen. */
function DaysOfDeparture() {
  const t = texts.use();
  const form = Form.useFormInstance<DraftForm>();
  const chosen = Form.useWatch('departureId', form);
  const departure = useDepartureName(chosen);
  const dates = departure ? datesOf(departure) : [];
  const wanted = dates.length;
  useEffect(() => {
    if (wanted === 0) return;
    const days = (form.getFieldValue('days') ?? []) as PlanForm['days']; // of this very form
    form.setFieldValue(
      'days',
      Array.from({ length: wanted }, (_, index) => days[index] ?? { day: index + 1, segments: [] }),
    );
  }, [form, wanted]);
  if (!departure) return <Alert type="info" title={t('chooseFirst')} />;
  return <PlanFields dates={dates} />;
}

/** Days are counted from their place, whatever the form kept of them. */
export const numbered = (days: PlanForm['days']): PlanForm['days'] =>
  days.map((day, index) => ({
    ...day,
    day: index + 1,
    segments: (day.segments ?? []).map(({ from, to, ...segment }) => ({
      ...segment,
      ...(from && { from }),
      ...(to && { to }),
    })),
  }));
