import { tenantTable } from '@yitu/persistence';

/**
 * SQL of the tables this library keeps in a service's schema: agencies, branches, and the series its numbers are drawn from. For the service's
 * migration that first needs them.
 */
export const directoryTables = (service: string): string => `
  create table "${service}".agencies (
    agency_id uuid primary key,
    code text not null,
    name jsonb not null,
    currency char(3) not null,
    time_zone text not null
  );
  create table "${service}".branches (
    agency_id uuid not null,
    id uuid not null,
    code text not null,
    name jsonb not null,
    primary key (agency_id, id)
  );
  create table "${service}".number_series (
    agency_id uuid not null,
    branch_id uuid not null,
    series text not null,
    year integer not null,
    last integer not null,
    primary key (agency_id, branch_id, series, year)
  );
  ${['agencies', 'branches', 'number_series'].map((table) => tenantTable(service, table)).join('\n')}`;

/** SQL that lets the branches this library keeps be closed: for a migration after the one with the tables. */
export const branchesClose = (service: string): string =>
  `alter table "${service}".branches add column closed boolean not null default false;`;

/** Why statements that write these tables need no audit record: for the `unrecorded` of a service that has them. */
export const directoryUnrecorded = {
  agencies: 'told by identity, which has recorded it',
  branches: 'told by identity, which has recorded it',
  number_series: 'the number is recorded with what it was drawn for',
} as const;
