import type { Doors } from '@yitu/runtime';
import { changePictureRoutes } from './change-pictures.ts';
import { articleGallery, productGallery } from './gallery.ts';
import type { PictureFiles } from './picture-files.ts';
import { readPictureRoutes } from './read-pictures.ts';

export const picturesDoors = (files: PictureFiles): Doors => ({
  routes: [productGallery, articleGallery].flatMap((gallery) => [
    ...changePictureRoutes(gallery, files),
    ...readPictureRoutes(gallery, files),
  ]),
  rpcs: [],
  reactions: [],
});
