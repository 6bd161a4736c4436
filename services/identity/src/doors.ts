import { listTaskRoute, tasksRoute, type Doors } from '@yitu/runtime';
import { describeAccessRpc } from './access/describe-access.ts';
import { issueServiceTokenRpc } from './access/issue-service-token.ts';
import { findPortalsRoute } from './agencies/find-portals.ts';
import { foundAgencyRoute } from './agencies/found-agency.ts';
import { listAgenciesRoute } from './agencies/list-agencies.ts';
import { operatorSessionRoute } from './agencies/operator-session.ts';
import { exportEntriesRoute } from './audit/export-entries.ts';
import { searchEntriesRoute } from './audit/search-entries.ts';
import { suspendAgencyRoute } from './agencies/suspend-agency.ts';
import { changeBranchRoutes } from './branches/change-branch.ts';
import { branchRoutes } from './branches/open-branch.ts';
import { changeScopesRoute } from './clients/change-scopes.ts';
import { createClientRoute } from './clients/create-client.ts';
import { disableClientRoutes } from './clients/disable-client.ts';
import { issueTokenRoute } from './clients/issue-token/route.ts';
import { metadataRoute } from './clients/metadata.ts';
import { readClientRoutes } from './clients/read-clients.ts';
import { rotateSecretRoute } from './clients/rotate-secret/rotate-secret.ts';
import type { ProviderPorts } from './identity-providers/configure-provider.ts';
import type { SignInPorts } from './identity-providers/finish-sign-in/handle.ts';
import { finishSignInRoute } from './identity-providers/finish-sign-in/route.ts';
import { providerRoutes } from './identity-providers/provider-routes.ts';
import { startSignInRoute } from './identity-providers/start-sign-in.ts';
import { getJwksRoute } from './keys/get-jwks.ts';
import { changeRoleRoutes } from './roles/change-role.ts';
import { createRoleRoute } from './roles/create-role.ts';
import { listRolesRoutes } from './roles/list-roles.ts';
import { acceptInvitationRoutes } from './invitations/accept-invitation.ts';
import { inviteRoute } from './invitations/invite.ts';
import { manageInvitationsRoutes } from './invitations/manage-invitations.ts';
import { trainingDoors } from './courses/doors.ts';
import { incidentDoors } from './incidents/doors.ts';
import { rotationRoutes, type Rotation, type Vault } from '@yitu/vault';
import type { RelyingParty } from './passkeys/passkey.ts';
import { passkeyRoutes } from './passkeys/register-passkey.ts';
import { passkeySignInRoutes } from './passkeys/sign-in-with-passkey.ts';
import { secondFactorSignInRoutes } from './second-factor/complete-sign-in.ts';
import { mySecondFactorRoutes } from './second-factor/my-second-factor.ts';
import { requireOfRolesRoutes } from './second-factor/require-of-roles.ts';
import type { FindPlace } from './devices/places.ts';
import { endSessionRoutes } from './sessions/end-session-routes.ts';
import { listSessionRoutes } from './sessions/list-sessions.ts';
import { getLetterRpc } from './letters/get-letter.ts';
import type { LinkRules } from './links/account-link.ts';
import { legalTextRoutes } from './legal-texts/publish-legal-text.ts';
import { askPasswordResetRoute } from './password-resets/ask-password-reset.ts';
import { onPasswordResetDue } from './password-resets/on-password-reset-due.ts';
import { usePasswordResetRoutes } from './password-resets/use-password-reset.ts';
import { changePasswordRoute } from './profile/change-password.ts';
import { changeProfileRoute } from './profile/change-profile.ts';
import { confirmEmailRoutes } from './profile/confirm-email.ts';
import { confirmRegistrationRoutes } from './registrations/confirm-registration.ts';
import { onRegistrationDue, onRegistrationExpiryDue } from './registrations/on-registration-due.ts';
import { myAcceptancesRoute } from './registrations/my-acceptances.ts';
import { registerRoute } from './registrations/register.ts';
import type { CheckPassword } from './password-rules/check-password.ts';
import { refreshSessionRoute } from './sessions/refresh-session.ts';
import { signInRoute } from './sessions/sign-in.ts';
import type { TokenRules } from './sessions/tokens.ts';
import { addUserRoute } from './users/add-user.ts';
import { changeAccessRoutes } from './users/change-access.ts';
import { changeGrantsRoutes } from './users/change-grants.ts';
import { departUserRoute } from './users/depart-user.ts';
import { getCustomerAccountRpc } from './users/get-customer-account.ts';
import { moveUserRoute } from './users/move-user.ts';
import { getMeRoute } from './users/get-me.ts';
import { nameColleaguesRoute } from './users/name-colleagues.ts';
import { getStaffMemberRpc, readUserRoutes } from './users/read-users.ts';
import { taskKinds } from './tasks/tasks.ts';

export interface Ports {
  readonly tokens: TokenRules;
  readonly places: FindPlace;
  readonly vault: Vault;
  readonly rotation: Rotation;
  readonly party: RelyingParty;
  readonly operatorSecret: string;
  readonly serviceSecrets: Readonly<Record<string, string>>;
  /** The origin the world reaches us at: the gateway's. */
  readonly publicUrl: string;
  readonly providers: ProviderPorts & SignInPorts;
  readonly checkPassword: CheckPassword;
  readonly links: LinkRules;
}

/** Everything identity offers, by door. */
export const doors = ({
  tokens,
  places,
  vault,
  rotation,
  party,
  operatorSecret,
  serviceSecrets,
  publicUrl,
  checkPassword,
  links,
  providers,
}: Ports): Doors => ({
  routes: [
    tasksRoute(taskKinds),
    listTaskRoute(taskKinds),
    getJwksRoute(tokens.keys),
    operatorSessionRoute(tokens.keys, operatorSecret),
    foundAgencyRoute(checkPassword),
    listAgenciesRoute(),
    findPortalsRoute(),
    suspendAgencyRoute(),
    ...branchRoutes(),
    ...changeBranchRoutes(),
    signInRoute(tokens),
    refreshSessionRoute(tokens),
    ...secondFactorSignInRoutes({ rules: tokens, vault, party }),
    ...mySecondFactorRoutes(vault),
    ...requireOfRolesRoutes(),
    ...passkeySignInRoutes(tokens, party),
    ...passkeyRoutes(party),
    ...endSessionRoutes(),
    ...listSessionRoutes({ places, refreshDays: tokens.refreshDays }),
    getMeRoute(),
    myAcceptancesRoute(),
    changeProfileRoute(),
    changePasswordRoute(checkPassword),
    ...confirmEmailRoutes(links),
    ...legalTextRoutes(),
    registerRoute(checkPassword),
    ...confirmRegistrationRoutes(links),
    askPasswordResetRoute(),
    ...usePasswordResetRoutes({ links, checkPassword }),
    addUserRoute(checkPassword),
    ...readUserRoutes(),
    nameColleaguesRoute(),
    inviteRoute(),
    ...manageInvitationsRoutes(),
    ...acceptInvitationRoutes({ links, checkPassword }),
    ...changeAccessRoutes(),
    ...changeGrantsRoutes(),
    ...listRolesRoutes(),
    createRoleRoute(),
    ...changeRoleRoutes(),
    moveUserRoute(),
    departUserRoute(),
    searchEntriesRoute(),
    exportEntriesRoute(),
    ...rotationRoutes(rotation),
    ...incidentDoors().routes,
    ...trainingDoors().routes,
    metadataRoute(publicUrl),
    issueTokenRoute(tokens),
    createClientRoute(),
    ...readClientRoutes(),
    changeScopesRoute(),
    rotateSecretRoute(),
    ...disableClientRoutes(),
    ...providerRoutes(providers),
    startSignInRoute(providers),
    finishSignInRoute(providers),
  ],
  rpcs: [
    describeAccessRpc(),
    issueServiceTokenRpc(tokens.keys, serviceSecrets),
    getStaffMemberRpc(),
    ...incidentDoors().rpcs,
    getLetterRpc(links),
    getCustomerAccountRpc(),
  ],
  reactions: [
    ...incidentDoors().reactions,
    ...trainingDoors().reactions,
    onRegistrationDue,
    onRegistrationExpiryDue,
    onPasswordResetDue,
  ],
});
