import type { Doors } from '@yitu/runtime';
import { changePictureRoutes } from './change-pictures.ts';
import { articleGallery, productGallery } from './gallery.ts';
import type { PictureFiles } from './picture-files.ts';
import type { Reduce } from './reduce.ts';
import { readPictureRoutes } from './read-pictures.ts';

export const picturesDoors = (files: PictureFiles, reduce: Reduce): Doors => ({
  routes: [productGallery, articleGallery].flatMap((gallery) => [
    ...changePictureRoutes(gallery, files, reduce),
    ...readPictureRoutes(gallery, files),
  ]),
  rpcs: [],
  reactions: [],
});
