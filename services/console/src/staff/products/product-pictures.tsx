import { DeleteOutlined, LeftOutlined, RightOutlined, UploadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Card, Flex, Image, Tag, Typography } from 'antd';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { Gallery, Picture, Product } from '../../api/gen/booking.ts';
import { localText } from '../../format/names.ts';
import { ActionDialog } from '../../patterns/action-dialog.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { ProblemAlert } from '../../patterns/problem-alert.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { useMay } from '../../session/me.ts';
import { texts } from './texts.ts';
import { UploadPicture } from './upload-picture.tsx';

const touches = [['booking', 'product']];

/** A product's pictures; the first is the cover. */
export function ProductPictures({ product: { id: productId } }: { readonly product: Product }) {
  const t = texts.use();
  const may = useMay();
  const [uploading, setUploading] = useState(false);
  const query = useQuery({
    queryKey: ['booking', 'product', productId, 'pictures'],
    queryFn: ({ signal }) =>
      answer(
        api.booking.GET('/v1/products/{productId}/pictures', { params: { path: { productId } }, signal }),
      ),
  });
  const changes = may('booking.product.change');
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
            <Pictures productId={productId} gallery={gallery} changes={changes} />
          )
        }
      </Loaded>
      <UploadPicture productId={productId} open={uploading} onClose={() => setUploading(false)} />
    </Card>
  );
}

function Pictures({
  productId,
  gallery: { pictures, version },
  changes,
}: {
  readonly productId: string;
  readonly gallery: Gallery;
  readonly changes: boolean;
}) {
  const t = texts.use();
  const [removing, setRemoving] = useState<Picture>();
  const order = useChange(
    (list: readonly Picture[], key) =>
      answer(
        api.booking.PUT('/v1/products/{productId}/pictures', {
          params: { path: { productId } },
          body: { pictures: list.map(({ id, alt }) => ({ id, alt })) },
          headers: changing(key, version),
        }),
      ),
    { touches, done: t('orderSaved') },
  );
  const remove = useChange(
    (_nothing: object, key) =>
      answer(
        api.booking.DELETE('/v1/products/{productId}/pictures/{pictureId}', {
          params: { path: { productId, pictureId: removing?.id ?? '' } },
          headers: changing(key, version),
        }),
      ),
    { touches, done: t('removed') },
  );
  return (
    <>
      <ProblemAlert problem={order.error} />
      <Flex gap="middle" wrap>
        {pictures.map((picture, place) => (
          <OnePicture
            key={picture.id}
            productId={productId}
            picture={picture}
            {...(changes && {
              busy: order.isPending,
              onRemove: () => setRemoving(picture),
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
    </>
  );
}

function moved(pictures: readonly Picture[], place: number, by: 1 | -1): Picture[] {
  const others = pictures.toSpliced(place, 1);
  return others.toSpliced(place + by, 0, ...pictures.slice(place, place + 1));
}

function OnePicture({
  productId,
  picture,
  busy = false,
  onForward,
  onBackward,
  onRemove,
}: {
  readonly productId: string;
  readonly picture: Picture;
  readonly busy?: boolean;
  readonly onForward?: () => void;
  readonly onBackward?: () => void;
  readonly onRemove?: () => void;
}) {
  const t = texts.use();
  const name = localText(picture.alt);
  return (
    <Flex vertical gap={4} component="figure" style={{ margin: 0, width: 200 }}>
      <Image
        src={`/api/booking/v1/products/${productId}/pictures/${picture.id}`}
        alt={name}
        width={200}
        height={130}
        style={{ objectFit: 'cover', borderRadius: 6 }}
      />
      <Typography.Text ellipsis title={name}>
        {picture.cover && <Tag>{t('cover')}</Tag>}
        {name}
      </Typography.Text>
      {onRemove && (
        <Flex gap={4}>
          <Button
            size="small"
            icon={<LeftOutlined />}
            aria-label={t('forward', { name })}
            disabled={busy || !onForward}
            onClick={onForward}
          />
          <Button
            size="small"
            icon={<RightOutlined />}
            aria-label={t('backward', { name })}
            disabled={busy || !onBackward}
            onClick={onBackward}
          />
          <Button
            size="small"
            danger
            icon={<DeleteOutlined />}
            aria-label={t('removeNamed', { name })}
            disabled={busy}
            onClick={onRemove}
          />
        </Flex>
      )}
    </Flex>
  );
}
