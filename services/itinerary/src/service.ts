import { customerAccountsUnrecorded, directoryUnrecorded } from '@yitu/directory';
import { openPrinter } from '@yitu/documents';
import { layFoundation, type Service, type ServiceDescription } from '@yitu/runtime';
import { ArchiveFile } from './archive-files/archive-file.ts';
import { bookingsOf } from './bookings.ts';
import type { Config } from './config.ts';
import { Contract, ContractSignature } from './contracts/contract.ts';
import { customersOf } from './customers.ts';
import { doors } from './doors.ts';
import { errors } from './errors.ts';
import { guidesOf } from './guides.ts';
import {
  CheckIn,
  GuideAssignment,
  OperationsSheet,
  Reservation,
} from './operations-sheets/operations-sheet.ts';
import { PlanProposal } from './plan-proposals/plan-proposal.ts';
import { Plan } from './plans/plan.ts';
import { Request } from './requests/request.ts';

/** Puts itinerary together. */
export async function createService(
  config: Config,
  surroundings: Pick<ServiceDescription, 'clock' | 'log'> = {},
): Promise<Service> {
  const foundation = await layFoundation({
    ...surroundings,
    name: 'itinerary',
    description: 'Requests, plans, contracts, operations sheets, check-in and archive files',
    config,
    entities: [
      Request,
      Plan,
      PlanProposal,
      Contract,
      ContractSignature,
      OperationsSheet,
      Reservation,
      GuideAssignment,
      CheckIn,
      ArchiveFile,
    ],
    constraints: {
      plans_departure_key: errors.planExists,
      plan_proposals_one_open: errors.proposalOpen,
      contracts_one_live: errors.liveContract,
      contract_signatures_once: errors.contractSigned,
      operations_sheets_departure_key: errors.sheetExists,
      archive_files_departure_key: errors.sheetExists, // the file is opened with the sheet
      guide_assignments_no_clash: errors.guideTaken,
      check_ins_once: errors.alreadyCheckedIn,
    },
    sensitive: {
      Request: ['purpose', 'preferences', 'specialNeeds'],
      PlanProposal: ['answeredBy', 'comment', 'remoteAddress'],
      Contract: ['text'],
      ContractSignature: ['signerName', 'remoteAddress'],
    },
    unrecorded: {
      ...directoryUnrecorded,
      ...customerAccountsUnrecorded,
      archive_entries: 'filed with the paper itself, which is recorded',
      contract_templates: 'the built-in wording, copied when it is first needed',
      retention_rules: 'the built-in rules, copied when they are first needed',
      trip_departures: 'told by booking, and by sheets, which are recorded',
      trip_orders: 'told by booking',
    },
  });
  const { SIGNING_LINK_DAYS: validDays, LINK_SECRET: secret, PUBLIC_URL: publicUrl } = config;
  return foundation.open(
    doors({
      bookings: bookingsOf(foundation.ask('booking', config.BOOKING_GRPC)),
      customers: customersOf(foundation.ask('crm', config.CRM_GRPC)),
      guides: guidesOf(foundation.ask('identity', config.IDENTITY_GRPC)),
      links: { secret, publicUrl, validDays },
      print: openPrinter(),
    }),
  );
}
