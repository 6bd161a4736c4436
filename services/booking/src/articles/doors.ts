import type { Doors } from '@yitu/runtime';
import { publishArticleRoutes } from './publish-article.ts';
import { readArticleRoutes } from './read-articles.ts';
import { writeArticleRoutes } from './write-article.ts';

export const articlesDoors = (): Doors => ({
  routes: [...writeArticleRoutes(), ...publishArticleRoutes(), ...readArticleRoutes()],
  rpcs: [],
  reactions: [],
});
