import { requirePermission } from '@yitu/access';
import { newId, type Texts } from '@yitu/kernel';
import { command, requestErrors, type UnitOfWork } from '@yitu/persistence';
import { Id, LocalText, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { pictureErrors } from './errors.ts';
import { pictureTypes, type PictureFile } from './formats/picture-file.ts';
import { picturesOf, requireChange, type Gallery } from './gallery.ts';
import { hashOf, type PictureFiles } from './picture-files.ts';
import { galleryView, GalleryView, Picture, type StoredSize } from './picture.ts';
import { recognise } from './recognise.ts';
import type { Reduce, SmallPicture } from './reduce.ts';

const mostPictures = 20;

/** 8 MiB: what a telephone makes; printers' files are too large for a page. The gateway lets as much through. */
const mostBytes = 8 * 1024 * 1024;

interface Upload {
  readonly ownerId: string;
  readonly alt: Texts;
  readonly picture: PictureFile;
  readonly small: readonly SmallPicture[];
}

/** Keeps whoever collects files away from one while its row is being written. */
export const keepFile = `select pg_advisory_xact_lock(hashtextextended('booking.picture ' || ? || ?, 0))`;

/** Adds a picture at the end. Its file is there for good before its row is: a row without a file cannot be. */
const addPicture = (gallery: Gallery, files: PictureFiles) =>
  command(
    { permission: gallery.change },
    async (uow, { ownerId, alt, picture: { bytes, ...looks }, small }: Upload) => {
      const owner = await gallery.lock(uow, ownerId).catch((error: unknown) => {
        // Whoever may not publish is told the same of what is not there as of what is published.
        requirePermission(uow.member, gallery.publish);
        throw error;
      });
      requireChange(uow, gallery, owner);
      const pictures = await picturesOf(uow, gallery, ownerId);
      if (pictures.length >= mostPictures) throw pictureErrors.tooManyPictures({ most: mostPictures });
      if (pictures.some(({ hash }) => hash === hashOf(bytes))) throw pictureErrors.pictureTwice();
      const hash = await keep(uow, files, bytes);
      const sizes: StoredSize[] = [];
      for (const { bytes: reduced, width, height } of small)
        sizes.push({ hash: await keep(uow, files, reduced), width, height, size: reduced.length });
      const picture = uow.add(
        uow.em.create(Picture, {
          ...{ agencyId: uow.agencyId, id: newId(), productId: null, articleId: null },
          ...{ [gallery.parameter]: ownerId, position: (pictures.at(-1)?.position ?? 0) + 1 },
          ...{ alt, hash, ...looks, size: bytes.length, sizes, createdAt: uow.now },
        }),
      );
      return changed(uow, gallery, owner, [...pictures, picture]);
    },
  );

/** Stores a file that its row is going to need. @returns the hash that names it */
async function keep(uow: UnitOfWork, files: PictureFiles, bytes: Buffer): Promise<string> {
  await uow.rows(keepFile, [uow.agencyId, hashOf(bytes)]);
  return files.store(uow.agencyId, bytes);
}

interface Order {
  readonly ownerId: string;
  readonly version: number;
  readonly pictures: readonly { id: string; alt: Texts }[];
}

/** Puts all pictures into an order, the cover first, and sets what is said of each. */
const orderPictures = (gallery: Gallery) =>
  command({ permission: gallery.change }, async (uow, { ownerId, version, pictures: wanted }: Order) => {
    const owner = await gallery.lock(uow, ownerId, version);
    requireChange(uow, gallery, owner);
    const byId = new Map((await picturesOf(uow, gallery, ownerId)).map((one) => [one.id, one]));
    const ordered = wanted.flatMap(({ id, alt }, place) => {
      const picture = byId.get(id);
      return picture ? [Object.assign(picture, { alt, position: place + 1 })] : [];
    });
    const whole = wanted.length === byId.size && new Set(ordered).size === byId.size;
    if (!whole) throw pictureErrors.picturesDiffer({ fields: [{ field: '/body/pictures', ...everyOne }] });
    return changed(uow, gallery, owner, ordered);
  });

const everyOne = {
  rule: 'every-picture-once',
  message: { zh: '须列出全部图片，每张一次', en: 'must name every picture once' },
};

interface Removal {
  readonly ownerId: string;
  readonly version: number;
  readonly pictureId: string;
}

/** Its file is collected later, when nothing else needs it. */
const removePicture = (gallery: Gallery) =>
  command({ permission: gallery.change }, async (uow, { ownerId, pictureId, version }: Removal) => {
    const owner = await gallery.lock(uow, ownerId, version);
    const pictures = await picturesOf(uow, gallery, ownerId);
    const removed = pictures.find(({ id }) => id === pictureId);
    if (!removed) throw requestErrors.notFound();
    requireChange(uow, gallery, owner);
    uow.em.remove(removed);
    return changed(
      uow,
      gallery,
      owner,
      pictures.filter((one) => one !== removed),
    );
  });

function changed(
  uow: UnitOfWork,
  gallery: Gallery,
  owner: Parameters<Gallery['tell']>[1],
  pictures: Picture[],
) {
  gallery.tell(uow, owner, pictures.length);
  return galleryView(pictures, owner.version);
}

const Alt = Type.String({
  minLength: 1,
  maxLength: 500,
  description: 'What it shows, for those who do not see it',
});
const Pictures = Type.Array(Type.Object({ id: Id, alt: LocalText }), { maxItems: mostPictures });

export function changePictureRoutes(gallery: Gallery, files: PictureFiles, reduce: Reduce) {
  const { path, parameter, change: access } = gallery;
  const [add, order, remove] = [addPicture(gallery, files), orderPictures(gallery), removePicture(gallery)];
  const pictures = `/v1/${path}/:${parameter}/pictures`;
  const params = Type.Object({ [parameter]: Id });
  return [
    route({
      method: 'POST',
      path: pictures,
      summary: 'Add a picture: JPEG, PNG or WebP, up to 8 MiB; what tells of its making is not kept',
      access,
      params,
      query: Type.Object({ altZh: Alt, altEn: Alt }),
      consumes: { mediaTypes: [...pictureTypes, 'application/octet-stream'], limit: mostBytes },
      result: GalleryView,
      status: 201,
      handle: async (call, { params: { [parameter]: ownerId = '' }, query: { altZh, altEn }, file }) => {
        const picture = recognise(file);
        // Before the change: nothing is locked while a picture is being decoded.
        const small = await reduce(picture);
        return add(call, { ownerId, alt: { zh: altZh, en: altEn }, picture, small });
      },
    }),
    route({
      method: 'PUT',
      path: pictures,
      summary: 'Put the pictures into an order, the cover first, and say what each shows',
      access,
      params,
      body: Type.Object({ pictures: Pictures }),
      result: GalleryView,
      versioned: true,
      handle: (call, { params: { [parameter]: ownerId = '' }, body, version }) =>
        order(call, { ownerId, version, pictures: body.pictures }),
    }),
    route({
      method: 'DELETE',
      path: `${pictures}/:pictureId`,
      summary: 'Remove a picture',
      access,
      params: Type.Object({ [parameter]: Id, pictureId: Id }),
      result: GalleryView,
      versioned: true,
      handle: (call, { params: { [parameter]: ownerId = '', pictureId = '' }, version }) =>
        remove(call, { ownerId, pictureId, version }),
    }),
  ];
}
