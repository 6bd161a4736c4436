import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { command } from '@yitu/persistence';
import { authorship } from '../../author.ts';
import { Plan, planView, type Day } from '../plan.ts';
import { decidePlan, type TripDates } from './decide.ts';

export interface DraftPlan {
  readonly departureId: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly days: Day[];
  readonly dates: TripDates;
}

export const draftPlan = command(
  { permission: 'itinerary.plan.draft' },
  async (uow, { departureId, title, days, dates }: DraftPlan) => {
    decidePlan(days, dates);
    const plan = uow.add(
      uow.em.create(Plan, {
        ...authorship(uow),
        id: newId(),
        departureId,
        title,
        days,
        version: 0,
        createdAt: uow.now,
      }),
    );
    uow.publish(plan, events.planDrafted, { planId: plan.id, departureId, days: days.length });
    return planView(plan);
  },
);
