import { Migration } from '@mikro-orm/migrations';

/** Providers that never say whether an address is verified: the agency may say that it trusts them with its own domains. */
export default class TrustedEmails extends Migration {
  override up(): void {
    this.addSql(
      'alter table identity.identity_providers add column trust_email boolean not null default false',
    );
  }
}
