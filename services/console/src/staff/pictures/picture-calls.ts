import { answer, api } from '../../api/client.ts';
import type { Gallery, Picture } from '../../api/gen/booking.ts';
import type { LocalText } from '../../texts/locale.ts';

type Headers = Record<string, string>;
export type Described = Pick<Picture, 'id' | 'alt'>;

interface NewPicture {
  readonly file: File;
  readonly alt: LocalText;
}

/** What is done with the pictures of one thing. */
export interface PictureCalls {
  readonly read: (id: string, signal: AbortSignal) => Promise<Gallery>;
  /** Their order, the cover first, and what each shows. */
  readonly describe: (id: string, pictures: readonly Described[], headers: Headers) => Promise<unknown>;
  readonly add: (id: string, picture: NewPicture, headers: Headers) => Promise<unknown>;
  readonly remove: (id: string, pictureId: string, headers: Headers) => Promise<unknown>;
}

const said = ({ alt }: NewPicture) => ({ altZh: alt.zh, altEn: alt.en });
const asFile = ({ file }: NewPicture, headers: Headers) => ({
  body: file,
  bodySerializer: () => file,
  headers: { ...headers, 'content-type': file.type || 'application/octet-stream' },
});

const ofProducts: PictureCalls = {
  read: (productId, signal) =>
    answer(api.booking.GET('/v1/products/{productId}/pictures', { params: { path: { productId } }, signal })),
  describe: (productId, pictures, headers) =>
    answer(
      api.booking.PUT('/v1/products/{productId}/pictures', {
        params: { path: { productId } },
        body: { pictures: [...pictures] },
        headers,
      }),
    ),
  add: (productId, picture, headers) =>
    answer(
      api.booking.POST('/v1/products/{productId}/pictures', {
        params: { path: { productId }, query: said(picture) },
        ...asFile(picture, headers),
      }),
    ),
  remove: (productId, pictureId, headers) =>
    answer(
      api.booking.DELETE('/v1/products/{productId}/pictures/{pictureId}', {
        params: { path: { productId, pictureId } },
        headers,
      }),
    ),
};

const ofArticles: PictureCalls = {
  read: (articleId, signal) =>
    answer(api.booking.GET('/v1/articles/{articleId}/pictures', { params: { path: { articleId } }, signal })),
  describe: (articleId, pictures, headers) =>
    answer(
      api.booking.PUT('/v1/articles/{articleId}/pictures', {
        params: { path: { articleId } },
        body: { pictures: [...pictures] },
        headers,
      }),
    ),
  add: (articleId, picture, headers) =>
    answer(
      api.booking.POST('/v1/articles/{articleId}/pictures', {
        params: { path: { articleId }, query: said(picture) },
        ...asFile(picture, headers),
      }),
    ),
  remove: (articleId, pictureId, headers) =>
    answer(
      api.booking.DELETE('/v1/articles/{articleId}/pictures/{pictureId}', {
        params: { path: { articleId, pictureId } },
        headers,
      }),
    ),
};

export const pictureCalls = { products: ofProducts, articles: ofArticles } as const;

/** Whose pictures they are. */
export interface Pictured {
  readonly of: keyof typeof pictureCalls;
  readonly id: string;
}

/** What is read anew when they change. */
export const touchedBy = ({ of }: Pictured) => [['booking', of === 'products' ? 'product' : 'article']];

export const pictureAddress = ({ of, id }: Pictured, pictureId: string): string =>
  `/api/booking/v1/${of}/${id}/pictures/${pictureId}`;
