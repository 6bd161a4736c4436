import { identity } from '@yitu/contracts';
import { isId } from '@yitu/kernel';
import { query, requestErrors } from '@yitu/persistence';
import { rpc } from '@yitu/runtime';
import { User } from './user.ts';

const getAccount = query({ permission: 'identity.account.read' }, async (uow, id: string) => {
  if (!isId(id)) throw requestErrors.notFound();
  return uow.get(User, { id, account: 'customer' });
});

/** A customer's own account, for the service that looks after customers. */
export const getCustomerAccountRpc = () =>
  rpc(identity.AccountsServiceService.getCustomerAccount, async (call, { userId }) => {
    const { branchId, displayName, email, mobile, locale } = await getAccount(call, userId);
    return { userId, branchId, displayName, email, mobile: mobile ?? '', locale };
  });
