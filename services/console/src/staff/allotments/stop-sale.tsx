import { answer, api, changing } from '../../api/client.ts';
import { ActionDialog, ReasonField } from '../../patterns/action-dialog.tsx';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { DateFields } from './date-fields.tsx';
import type { AllotmentFormProps } from './set-dates.tsx';
import { texts } from './texts.ts';

interface StopForm {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

/** Stops the sale of the dates of a range, or takes it up again. */
export function StopSale({
  kind,
  allotment,
  ...dialog
}: AllotmentFormProps & { readonly kind: 'stop' | 'reopen' }) {
  const t = texts.use();
  const { id: allotmentId, version } = useAsOpened(allotment, dialog.open);
  const change = useChange(
    (body: StopForm, key) => {
      const asked = { params: { path: { allotmentId } }, body, headers: changing(key, version) };
      return answer(
        kind === 'stop'
          ? api.booking.POST('/v1/allotments/{allotmentId}/closing', asked)
          : api.booking.POST('/v1/allotments/{allotmentId}/reopening', asked),
      );
    },
    { touches: [['booking', 'allotment']], done: t(kind === 'stop' ? 'stoppedNow' : 'reopenedNow') },
  );
  return (
    <ActionDialog<StopForm>
      title={t(kind)}
      explanation={t(kind === 'stop' ? 'stopWhy' : 'reopenWhy')}
      action={t(kind)}
      draft={{ name: `${kind}-sale-${allotmentId}`, version }}
      {...dialog}
      change={change}
    >
      <DateFields />
      <ReasonField />
    </ActionDialog>
  );
}
