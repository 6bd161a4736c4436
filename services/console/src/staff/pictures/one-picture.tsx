import { DeleteOutlined, EditOutlined, LeftOutlined, RightOutlined } from '../../patterns/icons.tsx';
import { Button, Flex, Image, Tag, Typography } from 'antd';
import type { Picture } from '../../api/gen/booking.ts';
import { localText } from '../../format/names.ts';
import { pictureAddress, type Pictured } from './picture-calls.ts';
import { texts } from './texts.ts';

interface PictureDeeds {
  readonly busy?: boolean;
  readonly onForward?: () => void;
  readonly onBackward?: () => void;
  readonly onDescribe?: () => void;
  readonly onRemove?: () => void;
}

/** One picture of several, with what may be done with it. */
export function OnePicture({
  thing,
  picture,
  ...deeds
}: { readonly thing: Pictured; readonly picture: Picture } & PictureDeeds) {
  const t = texts.use();
  const name = localText(picture.alt);
  return (
    <Flex vertical gap={4} component="figure" style={{ margin: 0, width: 200 }}>
      <Image
        src={pictureAddress(thing, picture.id)}
        alt={name}
        width={200}
        height={130}
        style={{ objectFit: 'cover', borderRadius: 6 }}
      />
      <Typography.Text ellipsis title={name}>
        {picture.cover && <Tag>{t('cover')}</Tag>}
        {name}
      </Typography.Text>
      {deeds.onRemove && <Deeds name={name} {...deeds} />}
    </Flex>
  );
}

/** What may be done with a picture, by whoever may change the gallery. */
function Deeds({
  name,
  busy = false,
  onForward,
  onBackward,
  onDescribe,
  onRemove,
}: PictureDeeds & { readonly name: string }) {
  const t = texts.use();
  return (
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
        icon={<EditOutlined />}
        aria-label={t('describeNamed', { name })}
        disabled={busy}
        onClick={onDescribe}
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
  );
}
