import type { Vault } from '@yitu/vault';
import { changeDocumentRoute } from './change-document.ts';
import { enterDocumentRoute } from './enter-document.ts';
import { findByDocumentRoute } from './find-by-document.ts';
import { listDocumentsRoute } from './list-documents.ts';
import { listOwnDocumentsRoute } from './list-own-documents.ts';
import { removeDocumentRoute } from './remove-document.ts';
import { revealDocumentRoute } from './reveal-document.ts';

/** Everything that can be done with documents over HTTP. */
export const documentRoutes = (vault: Vault) => [
  enterDocumentRoute(vault),
  listDocumentsRoute(),
  listOwnDocumentsRoute(),
  changeDocumentRoute(vault),
  removeDocumentRoute(),
  revealDocumentRoute(vault),
  findByDocumentRoute(vault),
];
