import type { Texts } from '@yitu/kernel';

/** The twelve parts of an archive file, as the trade lists them. */
export const componentNames = {
  contract: { zh: '旅游合同', en: 'contract' },
  'passenger-list': { zh: '游客名单', en: 'passenger list' },
  itinerary: { zh: '行程单', en: 'itinerary' },
  'operations-sheet': { zh: '计调单', en: 'operations sheet' },
  'ground-agent-confirmation': { zh: '地接社确认单', en: 'ground-agent confirmation' },
  insurance: { zh: '保险单', en: 'insurance' },
  'vehicle-contracts': { zh: '用车合同', en: 'vehicle contracts' },
  attachments: { zh: '附件', en: 'attachments' },
  'feedback-forms': { zh: '游客意见反馈表', en: 'feedback forms' },
  'guide-report': { zh: '导游报告', en: 'guide report' },
  'partner-contracts': { zh: '合作单位合同', en: 'partner contracts' },
  settlement: { zh: '团队结算', en: 'settlement' },
} as const satisfies Record<string, Texts>;

export type Component = keyof typeof componentNames;
// keys of the object above are its own
export const components = Object.keys(componentNames) as Component[];

/** Whether a part is there; `reference` says where to find it, `since` when it came (ISO 8601). */
export interface ComponentState {
  readonly component: Component;
  readonly state: 'present' | 'missing';
  readonly reference?: string;
  readonly since?: string;
}

/** A paper with the moment it came. */
export interface Paper {
  readonly reference: string;
  readonly since: Temporal.Instant;
}

/** What is known of a trip's papers. */
export interface Facts {
  readonly orders: readonly {
    orderId: string;
    heads: number;
    travellerIds: readonly string[];
    listedSince: Temporal.Instant;
  }[];
  /** Signed contracts by order id. */
  readonly contracts: ReadonlyMap<string, Paper>;
  readonly plan: Paper | undefined;
  readonly sheet: Paper;
  /** Confirmed reservations. */
  readonly reservations: readonly (Paper & { readonly serviceKind: string })[];
  readonly feedback: readonly Paper[];
  readonly settlement: Paper | undefined;
}

/**
 * The state of all twelve parts. Contracts are there when every order of the trip has a signed one, the passenger list when every traveller is named, since
 * the last of them was.
 * Attachments, guide report and partner contracts have no source yet: they are missing until a person says why they may be.
 */
export function componentsOf(facts: Facts): ComponentState[] {
  const of = (kind: string) => all(facts.reservations.filter(({ serviceKind }) => serviceKind === kind));
  const papers: Partial<Record<Component, Paper | undefined>> = {
    contract: everyContract(facts),
    'passenger-list': passengerList(facts),
    itinerary: facts.plan,
    'operations-sheet': facts.sheet,
    'ground-agent-confirmation': of('ground-agent'),
    insurance: of('insurance'),
    'vehicle-contracts': of('vehicle'),
    'feedback-forms': all(facts.feedback),
    settlement: facts.settlement,
  };
  return components.map((component) => stateOf(component, papers[component]));
}

const stateOf = (component: Component, paper: Paper | undefined): ComponentState =>
  paper
    ? { component, state: 'present', reference: paper.reference, since: paper.since.toString() }
    : { component, state: 'missing' };

function everyContract({ orders, contracts }: Facts): Paper | undefined {
  const signed = orders.flatMap(({ orderId }) => contracts.get(orderId) ?? []);
  return signed.length === orders.length ? all(signed) : undefined;
}

function passengerList({ orders }: Facts): Paper | undefined {
  const named = orders.every(({ heads, travellerIds }) => heads === travellerIds.length);
  const passengers = orders.flatMap(({ travellerIds }) => travellerIds);
  const since = latest(orders.map(({ listedSince }) => listedSince));
  return named && since ? { reference: `${passengers.length}`, since } : undefined;
}

/** Several papers as one part: complete since the last of them came. */
function all(papers: readonly Paper[]): Paper | undefined {
  const since = latest(papers.map((paper) => paper.since));
  return since && { reference: papers.map(({ reference }) => reference).join(', '), since };
}

const latest = (instants: readonly Temporal.Instant[]) =>
  instants.toSorted((left, right) => Temporal.Instant.compare(left, right)).at(-1);
