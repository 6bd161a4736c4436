import type { Vault } from '@yitu/vault';
import { changeBankAccountRoute } from './change-bank-account.ts';
import { enterBankAccountRoute } from './enter-bank-account.ts';
import { findByBankAccountRoute } from './find-by-bank-account.ts';
import { listBankAccountsRoute } from './list-bank-accounts.ts';
import { removeBankAccountRoute } from './remove-bank-account.ts';
import { revealBankAccountRoute } from './reveal-bank-account.ts';

/** Everything that can be done with bank accounts over HTTP. */
export const bankAccountRoutes = (vault: Vault) => [
  enterBankAccountRoute(vault),
  listBankAccountsRoute(),
  changeBankAccountRoute(vault),
  removeBankAccountRoute(),
  revealBankAccountRoute(vault),
  findByBankAccountRoute(vault),
];
