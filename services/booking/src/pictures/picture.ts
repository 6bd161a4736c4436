import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Texts } from '@yitu/kernel';
import { InstantType } from '@yitu/persistence';
import { Id, LocalText, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { addressOf, Cover, coverView, type Sized } from './cover.ts';
import { pictureTypes, type PictureFile } from './formats/picture-file.ts';

/** A picture of a product or of an article; its file has the name of its hash. Never changed but in its place and its texts. */
export const Picture = defineEntity({
  name: 'Picture',
  tableName: 'pictures',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    productId: p.uuid().nullable(),
    articleId: p.uuid().nullable(),
    /** The first is the cover. */
    position: p.integer(),
    /** What it shows, for those who do not see it. */
    alt: p.json<Texts>(),
    hash: p.string(),
    mediaType: p.string().$type<PictureFile['mediaType']>(),
    width: p.integer(),
    height: p.integer(),
    size: p.integer(),
    /** Smaller ones, as WebP; each in a file of its own. */
    sizes: p.json<StoredSize[]>(),
    createdAt: p.type(InstantType),
  },
});

export interface StoredSize extends Sized {
  readonly hash: string;
  /** Bytes. */
  readonly size: number;
}

export type Picture = InferEntity<typeof Picture>;

const PictureView = Type.Object(
  {
    id: Id,
    alt: LocalText,
    mediaType: Type.String({ description: pictureTypes.join(', ') }),
    width: Type.Integer({ description: 'Pixels' }),
    height: Type.Integer({ description: 'Pixels' }),
    size: Type.Integer({ description: 'Bytes' }),
    cover: Type.Boolean(),
    address: Cover.properties.address,
    sizes: Cover.properties.sizes,
  },
  { title: 'Picture' },
);

export const GalleryView = Type.Object(
  { pictures: Type.Array(PictureView), version: Version },
  { title: 'Gallery' },
);

/** @param pictures in their order @param version of what they are pictures of */
export const galleryView = (pictures: readonly Picture[], version: number): Static<typeof GalleryView> => ({
  pictures: pictures.map((picture, place) => {
    const { id, alt, mediaType, width, height, size, sizes, productId, articleId } = picture;
    const [of, ownerId] = productId
      ? (['products', productId] as const)
      : (['articles', articleId ?? ''] as const);
    const shown = coverView(of, ownerId, { pictureId: id, alt, width, height, sizes });
    return {
      ...{ id, alt, mediaType, width, height, size },
      ...{ cover: place === 0, address: addressOf(of, ownerId, id), sizes: shown?.sizes ?? [] },
    };
  }),
  version,
});
