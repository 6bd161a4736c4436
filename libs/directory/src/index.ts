export { agencyOf, agencyToday, type Agency } from './agency.ts';
export { branchForNew, branchOf, checkBranchOpen, type Branch } from './branch.ts';
export {
  customerAccountReactions,
  customerAccountsTable,
  customerAccountsUnrecorded,
  customersSee,
} from './customer-accounts.ts';
export { directoryErrors } from './errors.ts';
export { drawNumber } from './numbers.ts';
export { directoryReactions } from './reactions.ts';
export { branchesClose, directoryTables, directoryUnrecorded } from './tables.ts';
