import { directoryUnrecorded } from '@yitu/directory';
import { layFoundation, type Service, type ServiceDescription } from '@yitu/runtime';
import type { Config } from './config.ts';
import { Customer } from './customers/customer.ts';
import { doors } from './doors.ts';
import { errors } from './errors.ts';
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
    unrecorded: {
      ...directoryUnrecorded,
      customer_name_parts: 'an index over the names of customers',
    },
  });
  const links = { secret: config.LINK_SECRET, publicUrl: config.PUBLIC_URL };
  return foundation.open(doors({ links, surveyValidDays: config.SURVEY_VALID_DAYS }));
}
