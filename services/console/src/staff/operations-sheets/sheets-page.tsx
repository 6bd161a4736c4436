import { PlusOutlined } from '../../patterns/icons.tsx';
import { Link, useNavigate } from '@tanstack/react-router';
import { Alert, Button, Form } from 'antd';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import { ChooseDeparture } from '../../names/choose-records.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { Page } from '../../patterns/page.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { useMay } from '../../session/me.ts';
import { sheetsRoute } from './routes.ts';
import { SheetList } from './sheet-list.tsx';
import { texts } from './texts.ts';
import { useSheetOf } from './use-sheet-of.ts';

/** The operations sheets of the departures (计调单). */
export function SheetsPage() {
  const t = texts.use();
  const may = useMay();
  const search = sheetsRoute.useSearch();
  const navigate = sheetsRoute.useNavigate();
  const [opening, setOpening] = useState(false);
  const open = may('itinerary.operations-sheet.open') && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpening(true)}>
      {t('open')}
    </Button>
  );
  return (
    <Page title={t('title')} actions={open}>
      <SheetList
        label={t('title')}
        way={({ id, groupNumber }) => (
          <Link to="/operations-sheets/$sheetId" params={{ sheetId: id }}>
            {groupNumber}
          </Link>
        )}
        search={search}
        onSearch={(next) => void navigate({ search: next })}
      />
      <OpenSheet
        open={opening}
        onClose={() => setOpening(false)}
        {...(search.departureId && { departureId: search.departureId })}
      />
    </Page>
  );
}

/** Opens the sheet of a departure, and shows it. */
function OpenSheet({
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
  const [form] = Form.useForm<{ departureId: string }>();
  const chosen = Form.useWatch<string | undefined>('departureId', form);
  const existing = useSheetOf(chosen);
  const change = useChange(
    async (body: { departureId: string }, key) => {
      const { id } =
        existing ??
        (await answer(api.itinerary.POST('/v1/operations-sheets', { body, headers: changing(key) })));
      await navigate({ to: '/operations-sheets/$sheetId', params: { sheetId: id } });
    },
    {
      touches: [
        ['itinerary', 'operations-sheet'],
        ['itinerary', 'archive-file'],
      ],
      ...(!existing && { done: t('opened') }),
    },
  );
  return (
    <FormDrawer
      title={t('open')}
      name={`open-sheet-${departureId ?? ''}`}
      {...{ open, onClose, form, change }}
      action={t(existing ? 'showSheet' : 'open')}
      initial={departureId ? { departureId } : {}}
    >
      <Form.Item
        name="departureId"
        label={t('departure')}
        extra={t('openHint')}
        rules={[{ required: true, message: t('required') }]}
      >
        <ChooseDeparture />
      </Form.Item>
      {existing && <Alert type="info" showIcon role="status" title={t('exists')} />}
    </FormDrawer>
  );
}
