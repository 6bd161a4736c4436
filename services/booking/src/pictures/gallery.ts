import { reachOf, requirePermission, type Permission } from '@yitu/access';
import { events } from '@yitu/contracts';
import { requestErrors, type Aggregate, type UnitOfWork } from '@yitu/persistence';
import { Article } from '../articles/article.ts';
import { Product } from '../products/product.ts';
import { Picture } from './picture.ts';

type Shown = Aggregate & { readonly state: string };

/** What has pictures. */
export interface Gallery {
  /** `/v1/<path>/:<parameter>/pictures`. */
  readonly path: string;
  readonly parameter: 'productId' | 'articleId';
  readonly read: Permission;
  readonly change: Permission;
  /** @throws request/not-found also for whoever may not see it */
  see(uow: UnitOfWork, id: string): Promise<Aggregate>;
  lock(uow: UnitOfWork, id: string, version?: number): Promise<Shown>;
  /** What is published is changed by those who may publish. */
  readonly publish: Permission;
  tell(uow: UnitOfWork, owner: Aggregate, pictures: number): void;
}

export const productGallery: Gallery = {
  path: 'products',
  parameter: 'productId',
  read: 'booking.product.read',
  change: 'booking.product.change',
  see: async (uow, id) => {
    const product = await uow.get(Product, id);
    if (product.state === 'draft' && !reachOf(uow.member, 'booking.product.change'))
      throw requestErrors.notFound();
    return product;
  },
  lock: (uow, id, version) => uow.lock(Product, id, version),
  publish: 'booking.product.publish',
  tell: (uow, product, pictures) =>
    uow.publish(product, events.productPicturesChanged, { productId: product.id, pictures }),
};

export const articleGallery: Gallery = {
  path: 'articles',
  parameter: 'articleId',
  read: 'booking.article.read',
  change: 'booking.article.write',
  see: async (uow, id) => {
    const article = await uow.get(Article, id);
    if (article.state !== 'published' && !reachOf(uow.member, 'booking.article.write'))
      throw requestErrors.notFound();
    return article;
  },
  lock: (uow, id, version) => uow.lock(Article, id, version),
  publish: 'booking.article.publish',
  tell: (uow, article, pictures) =>
    uow.publish(article, events.articlePicturesChanged, { articleId: article.id, pictures }),
};

/** @throws access/forbidden where it is published and the caller may not publish */
export function requireChange(uow: UnitOfWork, { publish }: Gallery, { state }: Shown): void {
  if (state === 'published') requirePermission(uow.member, publish);
}

/** In their order. */
export const picturesOf = (uow: UnitOfWork, { parameter }: Gallery, ownerId: string): Promise<Picture[]> =>
  uow.em.find(
    Picture,
    { agencyId: uow.agencyId, [parameter]: ownerId },
    { orderBy: { position: 'asc', id: 'asc' } },
  );
