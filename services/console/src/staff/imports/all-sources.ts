import { bookingSource } from './booking-source.ts';
import { crmSource } from './crm-source.ts';
import type { ImportSource } from './sources.ts';

/** Another service that takes in tables brings its line here. */
export const importSources: readonly ImportSource[] = [crmSource, bookingSource];
