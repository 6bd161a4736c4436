import { directoryReactions } from '@yitu/directory';
import { importDoors } from '@yitu/imports';
import type { Doors } from '@yitu/runtime';
import { rotationRoutes, type Rotation, type Vault } from '@yitu/vault';
import { bankAccountRoutes } from './bank-accounts/routes.ts';
import { consentRoutes } from './consents/routes.ts';
import { changeCustomerRoute } from './customers/change-customer/route.ts';
import { changeOwnerRoute } from './customers/change-owner.ts';
import { enterCustomerRoute } from './customers/enter-customer/route.ts';
import { findCustomersRpc } from './customers/find-customer-ids.ts';
import { findCustomersRoute } from './customers/find-customers.ts';
import { getCustomerRoute, getCustomerRpcs } from './customers/get-customer.ts';
import { nameCustomersRoute } from './customers/name-customers.ts';
import { ownCustomerRoutes } from './customers/own-customer.ts';
import { onCustomerAccountRegistered } from './customers/on-customer-account-registered.ts';
import { handoverReactions } from './customers/on-user-departed.ts';
import { onOrderConfirmed } from './customers/on-order-confirmed.ts';
import type { Identity } from './identity.ts';
import { documentRoutes } from './documents/routes.ts';
import { revealDocumentRpc } from './documents/reveal-document.ts';
import { erasePersonRoutes } from './erasures/erase-person.ts';
import { customerImports } from './imports/customer-imports.ts';
import { answerSurveyRoute } from './surveys/answer-survey.ts';
import { getSurveyFormRoute } from './surveys/get-survey-form.ts';
import { getSurveyLinkRpc } from './surveys/get-survey-link.ts';
import { listOwnSurveysRoute } from './surveys/list-own-surveys.ts';
import { listSurveysRoute } from './surveys/list-surveys.ts';
import { onOrderCompleted } from './surveys/on-order-completed.ts';
import { sendAgainRoute } from './surveys/send-again.ts';
import type { LinkRules } from './surveys/survey-link.ts';
import { addTravellerRoute } from './travellers/add-traveller.ts';
import { checkTravellersRpc } from './travellers/check-travellers/rpc.ts';
import { changeTravellerRoute } from './travellers/change-traveller.ts';
import { nameTravellersRoute } from './travellers/name-travellers.ts';
import { listTravellersRoute, listTravellersRpc } from './travellers/list-travellers.ts';

export interface Ports {
  readonly identity: Identity;
  readonly links: LinkRules;
  /** Days a questionnaire can be answered. */
  readonly surveyValidDays: number;
  /** Seals the numbers of documents and bank accounts. */
  readonly vault: Vault;
  readonly rotation: Rotation;
}

/** Everything crm offers, by door. */
export const doors = ({ identity, links, surveyValidDays, vault, rotation }: Ports): Doors => {
  const imports = customerImports(vault);
  const { routes, reactions } = importDoors(imports);
  return {
    routes: [
      enterCustomerRoute(),
      findCustomersRoute(),
      nameCustomersRoute(),
      getCustomerRoute(),
      ...ownCustomerRoutes(),
      ...consentRoutes(),
      changeCustomerRoute(),
      changeOwnerRoute(identity),
      addTravellerRoute(),
      listTravellersRoute(),
      nameTravellersRoute(),
      changeTravellerRoute(vault),
      ...documentRoutes(vault),
      ...bankAccountRoutes(vault),
      ...erasePersonRoutes(vault),
      ...rotationRoutes(rotation),
      listSurveysRoute(),
      listOwnSurveysRoute(links),
      sendAgainRoute(surveyValidDays),
      getSurveyFormRoute(links),
      answerSurveyRoute(links),
      ...routes,
    ],
    rpcs: [
      ...getCustomerRpcs(),
      findCustomersRpc(),
      listTravellersRpc(),
      checkTravellersRpc(),
      getSurveyLinkRpc(links),
      revealDocumentRpc(vault),
    ],
    reactions: [
      ...directoryReactions,
      onOrderConfirmed,
      onOrderCompleted(surveyValidDays),
      onCustomerAccountRegistered(identity),
      ...handoverReactions(imports),
      ...reactions,
    ],
  };
};
