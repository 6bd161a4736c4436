import { directoryReactions } from '@yitu/directory';
import type { Doors } from '@yitu/runtime';
import type { CategoryOf } from './customers/customers.ts';
import { articlesDoors } from './articles/doors.ts';
import { cancellationsDoors } from './cancellations/doors.ts';
import { customersDoors } from './customers/doors.ts';
import { departuresDoors } from './departures/doors.ts';
import { groupChoicesDoors } from './group-choices/doors.ts';
import { groupDecisionsDoors } from './group-decisions/doors.ts';
import { importsDoors } from './imports/doors.ts';
import { ordersDoors } from './orders/doors.ts';
import { picturesDoors } from './pictures/doors.ts';
import type { PictureFiles } from './pictures/picture-files.ts';
import { priceListsDoors } from './price-lists/doors.ts';
import { productsDoors } from './products/doors.ts';
import { rulesDoors } from './rules/doors.ts';

export interface Ports {
  readonly categoryOf: CategoryOf;
  readonly pictures: PictureFiles;
}

/** Everything booking offers: the doors of its parts. */
export function doors({ categoryOf, pictures }: Ports): Doors {
  const parts: Doors[] = [
    articlesDoors(),
    productsDoors(),
    priceListsDoors(),
    departuresDoors(),
    groupDecisionsDoors(),
    groupChoicesDoors(),
    customersDoors(),
    ordersDoors(categoryOf),
    cancellationsDoors(),
    rulesDoors(),
    picturesDoors(pictures),
    importsDoors(),
  ];
  return {
    routes: parts.flatMap(({ routes }) => routes),
    rpcs: parts.flatMap(({ rpcs }) => rpcs),
    reactions: [...directoryReactions, ...parts.flatMap(({ reactions }) => reactions)],
  };
}
