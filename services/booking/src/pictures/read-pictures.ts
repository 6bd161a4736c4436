import { query, requestErrors } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { pictureTypes } from './formats/picture-file.ts';
import { picturesOf, type Gallery } from './gallery.ts';
import type { PictureFiles } from './picture-files.ts';
import { galleryView, GalleryView, Picture } from './picture.ts';

const listPictures = (gallery: Gallery) =>
  query({ permission: gallery.read }, async (uow, ownerId: string) => {
    const { version } = await gallery.see(uow, ownerId);
    return galleryView(await picturesOf(uow, gallery, ownerId), version);
  });

interface Wanted {
  readonly ownerId: string;
  readonly pictureId: string;
}

const findPicture = (gallery: Gallery) =>
  query({ permission: gallery.read }, async (uow, { ownerId, pictureId }: Wanted) => {
    await gallery.see(uow, ownerId);
    const [picture] = await uow.find(Picture, { id: pictureId, [gallery.parameter]: ownerId });
    if (!picture) throw requestErrors.notFound();
    return picture;
  });

/** Pure: the file that is shown where so many pixels are wanted. */
function sizeFor({ hash, mediaType, sizes }: Picture, width: number | undefined) {
  const [small] =
    width === undefined
      ? []
      : sizes.filter((one) => one.width >= width).toSorted((one, other) => one.width - other.width);
  return small ? { hash: small.hash, mediaType: 'image/webp' } : { hash, mediaType };
}

export function readPictureRoutes(gallery: Gallery, files: PictureFiles) {
  const { path, parameter, read: access } = gallery;
  const [list, find] = [listPictures(gallery), findPicture(gallery)];
  const pictures = `/v1/${path}/:${parameter}/pictures`;
  return [
    route({
      method: 'GET',
      path: pictures,
      summary: 'The pictures in their order, the cover first',
      access,
      params: Type.Object({ [parameter]: Id }),
      result: GalleryView,
      handle: (call, { params }) => list(call, params[parameter] ?? ''),
    }),
    route({
      method: 'GET',
      path: `${pictures}/:pictureId`,
      summary: 'The picture itself',
      access,
      params: Type.Object({ [parameter]: Id, pictureId: Id }),
      query: Type.Object({
        width: Type.Optional(
          Type.Integer({
            ...{ minimum: 1, maximum: 8_000 },
            description: 'The smallest size that is as wide, or the picture as it was added',
          }),
        ),
      }),
      answersFile: pictureTypes,
      result: Type.Unknown(),
      handle: async (call, { params: { [parameter]: ownerId = '', pictureId = '' }, query: { width } }) => {
        const picture = await find(call, { ownerId, pictureId });
        const { hash, mediaType } = sizeFor(picture, width);
        return { mediaType, hash, read: () => files.read(picture.agencyId, hash) };
      },
    }),
  ];
}
