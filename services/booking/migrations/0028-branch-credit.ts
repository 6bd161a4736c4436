import { tenantTable } from '@yitu/persistence';
import { Migration } from '@mikro-orm/migrations';

/**
 * Credit limits of franchise branches, and how much of them approved orders use until they are paid in full or end. Whoever ends an order, a customer
 * too, gives back what it used: row security looks at the agency, readers are shown their own branches.
 */
export default class BranchCredit extends Migration {
  override up(): void {
    this.addSql(`
      create table booking.credit_limits (
        agency_id uuid not null,
        id uuid not null,
        branch_id uuid not null,
        currency char(3) not null,
        amount bigint not null check (amount >= 0),
        state text not null check (state in ('proposed', 'approved')),
        author_id uuid not null,
        reviewer_id uuid,
        version integer not null,
        created_at timestamptz not null,
        primary key (agency_id, id),
        constraint credit_limits_four_eyes check (reviewer_id <> author_id and (state = 'approved') = (reviewer_id is not null)),
        foreign key (agency_id, branch_id) references booking.branches (agency_id, id)
      );
      create index credit_limits_by_branch on booking.credit_limits (agency_id, branch_id, id desc);
      -- One row a branch and currency; without a limit nothing is refused. Used may be above a limit that was lowered, or for a payment taken back.
      create table booking.branch_credits (
        agency_id uuid not null,
        branch_id uuid not null,
        currency char(3) not null,
        credit_limit bigint check (credit_limit >= 0),
        used bigint not null constraint branch_credits_never_negative check (used >= 0),
        primary key (agency_id, branch_id, currency),
        foreign key (agency_id, branch_id) references booking.branches (agency_id, id)
      );
      create table booking.credit_uses (
        agency_id uuid not null,
        order_id uuid not null,
        branch_id uuid not null,
        currency char(3) not null,
        amount bigint not null check (amount > 0),
        released_at timestamptz,
        primary key (agency_id, order_id),
        foreign key (agency_id, order_id) references booking.orders (agency_id, id),
        foreign key (agency_id, branch_id, currency) references booking.branch_credits (agency_id, branch_id, currency)
      );
      ${['credit_limits', 'branch_credits', 'credit_uses'].map((table) => tenantTable('booking', table)).join('\n')}
      -- What is approved and waits for its money uses credit from the first day on.
      insert into booking.branch_credits (agency_id, branch_id, currency, used)
      select agency_id, branch_id, currency, sum(total) from booking.orders join booking.branches using (agency_id)
      where branches.id = branch_id and kind = 'franchise' and state in ('awaiting-payment', 'confirmed', 'travelling', 'completed', 'settled') and paid < total
      group by 1, 2, 3;
      insert into booking.credit_uses (agency_id, order_id, branch_id, currency, amount)
      select agency_id, orders.id, branch_id, currency, total from booking.orders join booking.branches using (agency_id)
      where branches.id = branch_id and kind = 'franchise' and state in ('awaiting-payment', 'confirmed', 'travelling', 'completed', 'settled') and paid < total;
    `);
  }
}
