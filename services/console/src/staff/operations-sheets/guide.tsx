import { Button, Card, Form, Typography } from 'antd';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { OperationsSheetDetail } from '../../api/gen/itinerary.ts';
import { UserName } from '../../names/names.tsx';
import { StaffInput } from '../../names/staff.tsx';
import { Facts } from '../../patterns/facts.tsx';
import { FormDialog } from '../../patterns/form-dialog.tsx';
import { LocalDateInput } from '../../patterns/local-date-input.tsx';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { useMay } from '../../session/me.ts';
import { sheetTouches } from './sheet-touches.ts';
import { texts } from './texts.ts';

interface GuideForm {
  readonly guideId: string;
  readonly from: string;
  readonly to: string;
}

/** Who leads the group. */
export function Guide({ sheet }: { readonly sheet: OperationsSheetDetail }) {
  const t = texts.use();
  const may = useMay();
  const [assigning, setAssigning] = useState(false);
  const { guide } = sheet;
  const assign = may('itinerary.operations-sheet.assign-guide') && sheet.state !== 'ended' && (
    <Button onClick={() => setAssigning(true)}>{t(guide ? 'reassign' : 'assign')}</Button>
  );
  return (
    <Card title={t('guide')} extra={assign}>
      {guide ? (
        <Facts
          of={[
            [t('guide'), <UserName key="guide" id={guide.guideId} />],
            [t('guideDates'), t('until', { from: guide.from, to: guide.to })],
          ]}
        />
      ) : (
        <Typography.Text type="secondary">{t('noGuide')}</Typography.Text>
      )}
      <AssignGuide sheet={sheet} open={assigning} onClose={() => setAssigning(false)} />
    </Card>
  );
}

/** Somebody who is free on these dates: that a guide is not, is said here. */
function AssignGuide({
  sheet,
  open,
  onClose,
}: {
  readonly sheet: OperationsSheetDetail;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const [form] = Form.useForm<GuideForm>();
  const { id: sheetId, version, departsOn, returnsOn, guide } = useAsOpened(sheet, open);
  const change = useChange(
    (body: GuideForm, key) =>
      answer(
        api.itinerary.POST('/v1/operations-sheets/{sheetId}/guide', {
          params: { path: { sheetId } },
          body,
          headers: changing(key, version),
        }),
      ),
    { touches: sheetTouches, done: t('assigned') },
  );
  const required = [{ required: true, message: t('required') }];
  return (
    <FormDialog
      title={t('assign')}
      deed={t('assign')}
      draft={{ name: `guide-of-${sheetId}`, version }}
      {...{ open, onClose, form, change }}
      initial={{
        from: departsOn,
        to: returnsOn,
        ...guide,
      }}
    >
      <Form.Item name="guideId" label={t('guide')} rules={required}>
        <StaffInput role="guide" none={t('noGuides')} />
      </Form.Item>
      <Form.Item name="from" label={t('from')} rules={required}>
        <LocalDateInput />
      </Form.Item>
      <Form.Item name="to" label={t('to')} rules={required}>
        <LocalDateInput />
      </Form.Item>
    </FormDialog>
  );
}
