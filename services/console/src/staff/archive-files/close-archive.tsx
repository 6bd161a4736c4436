import { Form } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { ArchiveFile } from '../../api/gen/itinerary.ts';
import { ReasonField } from '../../patterns/action-dialog.tsx';
import { FormDialog } from '../../patterns/form-dialog.tsx';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { texts } from './texts.ts';

interface CloseForm {
  readonly reason?: string;
}

/** Closes a file; what is missing is named, and a reason asked for. */
export function CloseArchive({
  file,
  open,
  onClose,
}: {
  readonly file: ArchiveFile;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const [form] = Form.useForm<CloseForm>();
  const { departureId, version, missing } = useAsOpened(file, open);
  const change = useChange(
    ({ reason }: CloseForm, key) =>
      answer(
        api.itinerary.POST('/v1/archive-files/{departureId}/close', {
          params: { path: { departureId } },
          body: { acknowledgeMissing: missing, ...(reason && { reason }) },
          headers: changing(key, version),
        }),
      ),
    { touches: [['itinerary', 'archive-file']], done: t('wasClosed') },
  );
  return (
    <FormDialog
      title={t('close')}
      draft={{ name: `close-archive-${departureId}`, version }}
      {...{ open, onClose, form, change }}
      deed={t('close')}
    >
      <p>{t('closeWhy')}</p>
      {missing.length > 0 && (
        <>
          <p>{t('closeLacking')}</p>
          <ul className="plain-list">
            {missing.map((component) => (
              <li key={component}>{t(component)}</li>
            ))}
          </ul>
          <ReasonField label={t('reason')} />
        </>
      )}
    </FormDialog>
  );
}
