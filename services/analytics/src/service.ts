import { directoryUnrecorded } from '@yitu/directory';
import { createProcessor, replayEvents } from '@yitu/messaging';
import { layFoundation, type Service, type ServiceDescription } from '@yitu/runtime';
import type { Config } from './config.ts';
import { doors, reactions } from './doors.ts';
import { errors } from './errors.ts';

/** Puts analytics together. */
export async function createService(
  config: Config,
  surroundings: Pick<ServiceDescription, 'clock' | 'log'> = {},
): Promise<Service> {
  const foundation = await layFoundation({
    ...surroundings,
    name: 'analytics',
    description: 'Sales, margin and satisfaction, built from events alone',
    config,
    entities: [],
    mayWaitMs: 100,
    unrecorded: {
      ...directoryUnrecorded,
      incident_facts: 'made of events',
      order_facts: 'made of events',
      survey_facts: 'made of events',
    },
  });
  const { bus, database, clock } = foundation;
  const process = createProcessor({ database, clock, reactions });
  const replay = async (agencyId: string) => {
    if (!bus.isUp()) throw errors.busUnavailable();
    return replayEvents({ bus, agencyId, reactions, process });
  };
  return foundation.open(doors({ replay }));
}
