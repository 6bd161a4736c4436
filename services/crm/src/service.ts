import { layFoundation, type Service, type ServiceDescription } from '@yitu/runtime';
import type { Config } from './config.ts';
import { Customer } from './customers/customer.ts';
import { doors } from './doors.ts';
import { errors } from './errors.ts';
import { identityOf } from './identity.ts';
import { Survey } from './surveys/survey.ts';
import { Traveller } from './travellers/traveller.ts';

const personal = {
  Customer: [
    'name',
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
};

/** Puts crm together. */
export async function createService(
  config: Config,
  surroundings: Pick<ServiceDescription, 'clock' | 'log'> = {},
): Promise<Service> {
  const foundation = await layFoundation({
    ...surroundings,
    name: 'crm',
    description: 'Customers, their travellers and satisfaction surveys',
    config,
    entities: [Customer, Traveller, Survey],
    constraints: { travellers_once: errors.travellerKnown },
    sensitive: personal,
  });
  const links = { secret: config.LINK_SECRET, publicUrl: config.PUBLIC_URL };
  const identity = identityOf(foundation.ask('identity', config.IDENTITY_GRPC));
  return foundation.open(doors({ identity, links, surveyValidDays: config.SURVEY_VALID_DAYS }));
}
