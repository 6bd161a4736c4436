import type { Texts } from '@yitu/kernel';
import type { UnitOfWork } from '@yitu/persistence';
import { LocalText } from '@yitu/runtime';
import { Type, type Static } from 'typebox';

const Address = Type.String({ description: 'At the origin of the pages: what an img element takes' });

/** A smaller size of a picture, for what is shown small. */
const SizeView = Type.Object(
  { address: Address, width: Type.Integer(), height: Type.Integer() },
  { title: 'PictureSize' },
);

/** The first picture of a product or an article; pixels as it is shown. */
export const Cover = Type.Object(
  {
    address: Address,
    width: Type.Integer(),
    height: Type.Integer(),
    alt: LocalText,
    sizes: Type.Array(SizeView, { description: 'Smaller ones; none of what is small itself' }),
  },
  { title: 'Cover' },
);

export const CoverOrNone = Type.Union([Cover, Type.Null()]);

export interface Sized {
  readonly width: number;
  readonly height: number;
}

/** A cover as `coverOf` selects it. */
export interface CoverRow extends Sized {
  readonly pictureId: string;
  readonly alt: Texts;
  readonly sizes: readonly Sized[];
}

export type Shown = 'products' | 'articles';
const columns = { products: 'product_id', articles: 'article_id' } as const;

const shownOf = (picture: string) =>
  `jsonb_build_object('pictureId', ${picture}.id, 'alt', ${picture}.alt, 'width', ${picture}.width, 'height', ${picture}.height, 'sizes', ${picture}.sizes)`;

/** As SQL: the cover of a row of products, found by the index of its pictures. @param row the name of the row in the statement around it */
export const coverOf = (row: string): string =>
  `(select ${shownOf('shown')} from booking.pictures shown where shown.agency_id = ${row}.agency_id and shown.product_id = ${row}.id
    order by shown.position, shown.id limit 1)`;

/** The address of a picture at the origin of the pages. @param width of the size that is wanted; the picture as it was added without */
export const addressOf = (of: Shown, ownerId: string, pictureId: string, width?: number): string =>
  `/api/booking/v1/${of}/${ownerId}/pictures/${pictureId}${width === undefined ? '' : `?width=${width}`}`;

export const coverView = (of: Shown, ownerId: string, row: CoverRow | null): Static<typeof CoverOrNone> =>
  row && {
    address: addressOf(of, ownerId, row.pictureId),
    ...{ width: row.width, height: row.height, alt: row.alt },
    sizes: row.sizes.map(({ width, height }) => ({
      ...{ address: addressOf(of, ownerId, row.pictureId, width), width, height },
    })),
  };

/** The covers of a page of products or articles, in one statement for all of them. */
export async function coversOf(
  uow: UnitOfWork,
  of: Shown,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Static<typeof Cover>>> {
  if (ids.length === 0) return new Map();
  const column = columns[of];
  const rows = await uow.rows<{ id: string; cover: CoverRow }>(
    `select distinct on (shown.${column}) shown.${column} as id, ${shownOf('shown')} as cover from booking.pictures shown
     where shown.agency_id = ? and shown.${column} = any (string_to_array(?, ',')::uuid[]) order by shown.${column}, shown.position, shown.id`,
    [uow.agencyId, ids.join(',')],
  );
  return new Map(
    rows.flatMap(({ id, cover }) => {
      const view = coverView(of, id, cover);
      return view ? [[id, view] as const] : [];
    }),
  );
}
