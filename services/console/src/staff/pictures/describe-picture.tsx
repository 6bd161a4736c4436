import { Form } from 'antd';
import { changing } from '../../api/client.ts';
import type { Gallery, Picture } from '../../api/gen/booking.ts';
import { FormDialog } from '../../patterns/form-dialog.tsx';
import { LocalTextFields } from '../../patterns/local-text-fields.tsx';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { pictureCalls, touchedBy, type Pictured } from './picture-calls.ts';
import { texts } from './texts.ts';

type WordsForm = Pick<Picture, 'alt'>;

/** Says what a picture shows, for those who do not see it. */
export function DescribePicture({
  thing,
  gallery,
  picture,
  onClose,
}: {
  readonly thing: Pictured;
  readonly gallery: Gallery;
  readonly picture: Picture;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const [form] = Form.useForm<WordsForm>();
  const { pictures, version } = useAsOpened(gallery, true);
  const change = useChange(
    ({ alt: words }: WordsForm, key) =>
      pictureCalls[thing.of].describe(
        thing.id,
        pictures.map(({ id, alt }) => ({ id, alt: id === picture.id ? words : alt })),
        changing(key, version),
      ),
    { touches: touchedBy(thing), done: t('described') },
  );
  return (
    <FormDialog<WordsForm>
      title={t('describe')}
      draft={{ name: `describe-picture-${picture.id}`, version }}
      open
      {...{ onClose, form, change }}
      initial={{ alt: picture.alt }}
    >
      <LocalTextFields name="alt" label={t('alt')} maxLength={200} />
    </FormDialog>
  );
}
