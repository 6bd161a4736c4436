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
      answersFile: pictureTypes,
      result: Type.Unknown(),
      handle: async (call, { params: { [parameter]: ownerId = '', pictureId = '' } }) => {
        const { agencyId, hash, mediaType } = await find(call, { ownerId, pictureId });
        return { mediaType, hash, read: () => files.read(agencyId, hash) };
      },
    }),
  ];
}
