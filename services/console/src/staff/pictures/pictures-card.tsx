import { UploadOutlined } from '../../patterns/icons.tsx';
import { useQuery } from '@tanstack/react-query';
import { Button, Card, Flex, Typography } from 'antd';
import { useState } from 'react';
import { changing } from '../../api/client.ts';
import type { Gallery, Picture } from '../../api/gen/booking.ts';
import { localText } from '../../format/names.ts';
import { ActionDialog } from '../../patterns/action-dialog.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { ProblemAlert } from '../../patterns/problem-alert.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { DescribePicture } from './describe-picture.tsx';
import { OnePicture } from './one-picture.tsx';
import { pictureCalls, touchedBy, type Pictured } from './picture-calls.ts';
import { texts } from './texts.ts';
import { UploadPicture } from './upload-picture.tsx';

/** The pictures of a product or an article; the first is the cover. */
export function PicturesCard({ changes, ...thing }: Pictured & { readonly changes: boolean }) {
  const t = texts.use();
  const [uploading, setUploading] = useState(false);
  const query = useQuery({
    queryKey: [...(touchedBy(thing)[0] ?? []), thing.id, 'pictures'],
    queryFn: ({ signal }) => pictureCalls[thing.of].read(thing.id, signal),
  });
  return (
    <Card
      title={t('pictures')}
      extra={
        changes && (
          <Button icon={<UploadOutlined />} onClick={() => setUploading(true)}>
            {t('upload')}
          </Button>
        )
      }
    >
      <Loaded query={query} lines={2}>
        {(gallery) =>
          gallery.pictures.length === 0 ? (
            <Typography.Text type="secondary">{t('noPictures')}</Typography.Text>
          ) : (
            <Pictures thing={thing} gallery={gallery} changes={changes} />
          )
        }
      </Loaded>
      <UploadPicture thing={thing} open={uploading} onClose={() => setUploading(false)} />
    </Card>
  );
}

function Pictures({
  thing,
  gallery,
  changes,
}: {
  readonly thing: Pictured;
  readonly gallery: Gallery;
  readonly changes: boolean;
}) {
  const { pictures, version } = gallery;
  const t = texts.use();
  const [removing, setRemoving] = useState<Picture>();
  const [describing, setDescribing] = useState<Picture>();
  const { order, remove } = useGalleryChanges(thing, version, removing);
  return (
    <>
      <ProblemAlert problem={order.error} />
      <Flex gap="middle" wrap>
        {pictures.map((picture, place) => (
          <OnePicture
            key={picture.id}
            thing={thing}
            picture={picture}
            {...(changes && {
              busy: order.isPending,
              onRemove: () => setRemoving(picture),
              onDescribe: () => setDescribing(picture),
              ...(place > 0 && { onForward: () => order.mutate(moved(pictures, place, -1)) }),
              ...(place < pictures.length - 1 && {
                onBackward: () => order.mutate(moved(pictures, place, 1)),
              }),
            })}
          />
        ))}
      </Flex>
      <ActionDialog
        title={t('removeNamed', { name: removing ? localText(removing.alt) : '' })}
        action={t('remove')}
        danger
        open={removing !== undefined}
        onClose={() => setRemoving(undefined)}
        change={remove}
      />
      {describing && (
        <DescribePicture
          key={describing.id}
          {...{ thing, gallery }}
          picture={describing}
          onClose={() => setDescribing(undefined)}
        />
      )}
    </>
  );
}

/** Puts the pictures into another order, and takes one away. */
function useGalleryChanges(thing: Pictured, version: number, removing: Picture | undefined) {
  const t = texts.use();
  const touches = touchedBy(thing);
  const order = useChange(
    (list: readonly Picture[], key) =>
      pictureCalls[thing.of].describe(
        thing.id,
        list.map(({ id, alt }) => ({ id, alt })),
        changing(key, version),
      ),
    { touches, done: t('orderSaved') },
  );
  const remove = useChange(
    (_nothing: object, key) =>
      pictureCalls[thing.of].remove(thing.id, removing?.id ?? '', changing(key, version)),
    { touches, done: t('removed') },
  );
  return { order, remove };
}

function moved(pictures: readonly Picture[], place: number, by: 1 | -1): Picture[] {
  const others = pictures.toSpliced(place, 1);
  return others.toSpliced(place + by, 0, ...pictures.slice(place, place + 1));
}
