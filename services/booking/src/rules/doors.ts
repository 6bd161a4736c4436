import type { Doors } from '@yitu/runtime';
import { travellerRulesRoutes } from '../traveller-checks/category-rules.ts';
import { publicHolidayRoutes } from '../working-days/public-holidays.ts';
import { creditRulesRoutes } from './credit-rules.ts';
import { orderRulesRoutes } from './order-rules.ts';
import { quotationRulesRoutes } from './quotation-rules.ts';
import { reminderRulesRoutes } from './reminder-rules.ts';

export const rulesDoors = (): Doors => ({
  routes: [
    ...orderRulesRoutes(),
    ...quotationRulesRoutes(),
    ...reminderRulesRoutes(),
    ...travellerRulesRoutes(),
    ...creditRulesRoutes(),
    ...publicHolidayRoutes(),
  ],
  rpcs: [],
  reactions: [],
});
