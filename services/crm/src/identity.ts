import { identity } from '@yitu/contracts';
import { DomainError, type Locale } from '@yitu/kernel';
import type { Ask, Behalf } from '@yitu/runtime';

/** A customer's own account, as identity knows it. */
export interface CustomerAccount {
  readonly branchId: string;
  readonly displayName: string;
  /** Confirmed by its owner. */
  readonly email: string;
  /** E.164, or empty; confirmed by nobody. */
  readonly mobile: string;
  readonly locale: Locale;
}

/** What crm asks identity. Each rejects with `identity/unavailable` when there is no answer. */
export interface Identity {
  /** @throws request/not-found */
  readonly customerAccount: (behalf: Behalf, userId: string) => Promise<CustomerAccount>;
  /** Whether somebody within the caller's reach is on the staff and may act now. */
  readonly isActiveStaff: (behalf: Behalf, userId: string) => Promise<boolean>;
}

/** identity, as it answers over gRPC. */
export const identityOf = (ask: Ask): Identity => ({
  customerAccount: async (behalf, userId) => {
    const { locale, ...account } = await ask(
      identity.AccountsServiceService.getCustomerAccount,
      { userId },
      behalf,
    );
    return { ...account, locale: locale === 'en' ? 'en' : 'zh' };
  },
  isActiveStaff: async (behalf, userId) => {
    try {
      const method = identity.StaffServiceService.getStaffMember;
      const { active, account } = await ask(method, { userId }, behalf);
      return active && account === 'staff';
    } catch (error) {
      if (error instanceof DomainError && error.status === 404) return false;
      throw error;
    }
  },
});
