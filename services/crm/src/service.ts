import { directoryUnrecorded } from '@yitu/directory';
import { importsUnrecorded } from '@yitu/imports/tables';
import { layFoundation, type Service, type ServiceDescription } from '@yitu/runtime';
import { openRootKeys, openVault, requireRootKeys, rotationOf } from '@yitu/vault';
import { vaultUnrecorded } from '@yitu/vault/tables';
import { BankAccount, sealedAccounts } from './bank-accounts/bank-account.ts';
import type { Config } from './config.ts';
import { Customer } from './customers/customer.ts';
import { TravellerDocument } from './documents/document.ts';
import { sealedDocuments } from './documents/sealed-number.ts';
import { doors } from './doors.ts';
import { errors } from './errors.ts';
import { identityOf } from './identity.ts';
import { CustomerImport } from './imports/customer-imports.ts';
import { sealedRows } from './imports/sealed-rows.ts';
import { Survey } from './surveys/survey.ts';
import { Traveller } from './travellers/traveller.ts';

const personal = {
  Customer: [
    'name',
    'nameKey',
    'gender',
    'birthDate',
    'occupation',
    'phone',
    'email',
    'address',
    'preferences',
    'specialNeeds',
    'tags',
  ],
  Traveller: ['name', 'latinName', 'birthDate', 'nationality'],
  Survey: ['comment'],
  TravellerDocument: ['numberSealed', 'numberIndex', 'mrzSealed', 'sex'],
  BankAccount: ['holder', 'numberSealed', 'numberIndex'],
};

/** Puts crm together. */
export async function createService(
  config: Config,
  surroundings: Pick<ServiceDescription, 'clock' | 'log'> = {},
): Promise<Service> {
  const source = await openRootKeys(config);
  const foundation = await layFoundation({
    ...surroundings,
    name: 'crm',
    description: 'Customers, their travellers with their documents, and satisfaction surveys',
    config,
    entities: [Customer, Traveller, TravellerDocument, BankAccount, Survey, CustomerImport],
    constraints: {
      travellers_once: errors.travellerKnown,
      traveller_documents_once: errors.documentKnown,
      bank_accounts_once: errors.bankAccountKnown,
    },
    sensitive: personal,
    unrecorded: {
      ...directoryUnrecorded,
      ...vaultUnrecorded,
      ...importsUnrecorded,
      consents: 'recorded with the saying itself',
      customer_name_parts: 'an index over the names of customers',
      traveller_documents: 'statements only seal the same values with new keys',
      bank_accounts: 'statements only seal the same values with new keys',
    },
  });
  const links = { secret: config.LINK_SECRET, publicUrl: config.PUBLIC_URL };
  const identity = identityOf(foundation.ask('identity', config.IDENTITY_GRPC));
  const tables = [sealedDocuments, sealedAccounts, sealedRows];
  const vaulted = { ...foundation, source, tables };
  await requireRootKeys(vaulted);
  const vault = openVault(vaulted);
  const rotation = rotationOf(vaulted);
  return foundation.open(
    doors({ identity, links, surveyValidDays: config.SURVEY_VALID_DAYS, vault, rotation }),
  );
}
