import { reachOf, requirePermission, type Permission } from '@yitu/access';
import { events } from '@yitu/contracts';
import { requestErrors, type Aggregate, type UnitOfWork } from '@yitu/persistence';
import { Article } from '../articles/article.ts';
import { Product } from '../products/product.ts';
import { Picture } from './picture.ts';

/** What has pictures. */
export interface Gallery {
  /** `/v1/<path>/:<parameter>/pictures`. */
  readonly path: string;
  readonly parameter: 'productId' | 'articleId';
  readonly read: Permission;
  readonly change: Permission;
  /** @throws request/not-found also for whoever may not see it */
  see(uow: UnitOfWork, id: string): Promise<Aggregate>;
  /** Locks it for a change of its pictures. @throws access/forbidden where it is published and the caller may not publish */
  lock(uow: UnitOfWork, id: string, version?: number): Promise<Aggregate>;
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
  lock: async (uow, id, version) => {
    const product = await uow.lock(Product, id, version);
    if (product.state === 'published') requirePermission(uow.member, 'booking.product.publish');
    return product;
  },
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
  lock: async (uow, id, version) => {
    const article = await uow.lock(Article, id, version);
    if (article.state === 'published') requirePermission(uow.member, 'booking.article.publish');
    return article;
  },
  tell: (uow, article, pictures) =>
    uow.publish(article, events.articlePicturesChanged, { articleId: article.id, pictures }),
};

/** In their order. */
export const picturesOf = (uow: UnitOfWork, { parameter }: Gallery, ownerId: string): Promise<Picture[]> =>
  uow.em.find(
    Picture,
    { agencyId: uow.agencyId, [parameter]: ownerId },
    { orderBy: { position: 'asc', id: 'asc' } },
  );
