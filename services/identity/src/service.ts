import { requestErrors } from '@yitu/persistence';
import { layFoundation, type Service, type ServiceDescription } from '@yitu/runtime';
import { describeSession } from './access/describe-access.ts';
import { Agency } from './agencies/agency.ts';
import { Assessment } from './assessments/assessment.ts';
import { Branch } from './branches/branch.ts';
import { Client, ClientSecret } from './clients/client.ts';
import { ClientSession } from './clients/client-sessions.ts';
import type { Config } from './config.ts';
import { Course } from './courses/course.ts';
import { Training } from './courses/hold-training.ts';
import { doors } from './doors.ts';
import { errors } from './errors.ts';
import { IncidentRules } from './incidents/incident-rules.ts';
import { Incident } from './incidents/incident.ts';
import { loadSigningKeys } from './keys/signing-keys.ts';
import { RoleRequirement } from './roles/required-courses/set-required-courses.ts';
import { RefreshToken, Session } from './sessions/session.ts';
import { User } from './users/user.ts';

/** Puts identity together. */
export async function createService(
  config: Config,
  surroundings: Pick<ServiceDescription, 'clock' | 'log'> = {},
): Promise<Service> {
  const keys = await loadSigningKeys(config.SIGNING_KEYS_FILE);
  const foundation = await layFoundation({
    ...surroundings,
    name: 'identity',
    description: 'Agencies, branches, staff, sign-in, roles and permissions',
    config,
    entities: [
      ...[Agency, Branch, User, Session, RefreshToken, Incident, IncidentRules],
      ...[Client, ClientSecret, ClientSession],
      ...[Course, Training, Assessment, RoleRequirement],
    ],
    constraints: {
      agencies_pkey: errors.foundedMeanwhile,
      agencies_code_key: errors.agencyCodeTaken,
      branches_code_key: errors.branchCodeTaken,
      users_user_name_key: errors.userNameTaken,
      users_email_key: errors.emailTaken,
      courses_code_key: errors.courseCodeTaken,
      role_requirements_role_key: () => requestErrors.staleVersion({ current: 2 }),
      incident_people_user_fkey: errors.noSuchUser,
      incident_people_open_key: errors.incidentOpenAlready,
      incidents_open_burst_key: errors.incidentOpenAlready,
      incident_isolations_in_force_key: errors.alreadySuspended,
      incident_rules_agency_key: () => requestErrors.staleVersion({ current: 2 }),
      users_mobile_key: errors.mobileTaken,
    },
    sensitive: { User: ['passwordHash', 'email', 'mobile'], RefreshToken: ['hash'], ClientSecret: ['hash'] },
    verify: keys.verify,
    askAccess: (agencyId, sessionId) => describeSession(foundation, agencyId, sessionId),
  });
  const tokens = { keys, accessSeconds: config.ACCESS_TOKEN_SECONDS, refreshDays: config.REFRESH_TOKEN_DAYS };
  const serviceSecrets = JSON.parse(config.SERVICE_SECRETS) as Record<string, string>; // a wrong shape refuses every secret
  const { OPERATOR_SECRET: operatorSecret, PUBLIC_URL: publicUrl } = config;
  return foundation.open(doors({ tokens, operatorSecret, serviceSecrets, publicUrl }));
}
