import { requestErrors, type Call } from '@yitu/persistence';
import type { Route } from '@yitu/runtime';
import type { AskCrm } from './ask-crm.ts';

/** Whom an order is for. */
export interface Party {
  readonly customerId: string;
  readonly travellerIds: readonly string[];
}

interface Question extends Party {
  /** Whether the customer's category is asked for; else their travellers alone. */
  readonly category: boolean;
}

/** A transaction cannot go on: what it needs only crm can tell. It never gets out of `askingFirst`. */
class OnlyCrmKnows extends Error {
  override readonly name = 'OnlyCrmKnows';
  readonly question: Question;
  constructor(question: Question) {
    super('only crm can tell');
    this.question = question;
  }
}

/** One is enough; others follow where what it was about has changed meanwhile. */
const mostQuestions = 3;

/** What crm has said for one request. */
interface Said {
  readonly categories: Map<string, string>;
  /** Of each customer, who is theirs. */
  readonly travellers: Map<string, Set<string>>;
}

/** Answers of crm at hand within transactions, in which nobody waits for another service. */
export interface CrmAnswers {
  /** A customer's category, and that the travellers are theirs. @throws what makes `askingFirst` ask crm, of both at once */
  readonly categoryOf: (call: Call, party: Party) => string;
  /** That the travellers are the customer's. @throws what makes `askingFirst` ask crm */
  readonly requireTravellers: (call: Call, party: Party) => void;
  /** Asks crm what a transaction has failed for. @throws booking/no-such-customer, no-such-traveller, crm/unavailable */
  readonly ask: (call: Call, question: Question) => Promise<void>;
}

/**
 * The operation; where its transaction needs what only crm can tell, the transaction is given up, crm is asked with nothing held, and the operation
 * is done anew with the answer. What it is about may have changed meanwhile: then crm is asked once more. Who is known costs no question.
 */
export const askingFirst =
  (crm: Pick<CrmAnswers, 'ask'>) =>
  (door: Route): Route => ({
    ...door,
    handle: async (call, input) => {
      for (let attempt = 1; ; attempt++)
        try {
          return await door.handle(call, input);
        } catch (error) {
          if (!(error instanceof OnlyCrmKnows)) throw error;
          if (attempt > mostQuestions) throw requestErrors.busy({ cause: error });
          await crm.ask(call, error.question);
        }
    },
  });

export function crmAnswers(crm: AskCrm): CrmAnswers {
  const said = new WeakMap<Call, Said>(); // an answer is for its request and ends with it
  return {
    categoryOf: (call, party) => {
      const known = said.get(call);
      const category = known?.categories.get(party.customerId);
      if (category === undefined || !areTheirs(known, party))
        throw new OnlyCrmKnows({ ...party, category: true });
      return category;
    },
    requireTravellers: (call, party) => {
      if (!areTheirs(said.get(call), party)) throw new OnlyCrmKnows({ ...party, category: false });
    },
    ask: async (call, question) => {
      const known = said.get(call) ?? { categories: new Map(), travellers: new Map() };
      said.set(call, known);
      await learn(crm, call, question, known);
    },
  };
}

function areTheirs(said: Said | undefined, { customerId, travellerIds }: Party): boolean {
  const theirs = said?.travellers.get(customerId);
  return travellerIds.every((id) => theirs?.has(id));
}

/** @throws booking/no-such-customer, no-such-traveller, crm/unavailable */
async function learn(crm: AskCrm, call: Call, question: Question, said: Said): Promise<void> {
  const { customerId, travellerIds, category } = question;
  const [known] = await Promise.all([
    category ? crm.category(call, customerId) : undefined,
    travellerIds.length > 0 ? crm.checkTravellers(call, customerId, travellerIds) : undefined,
  ]);
  if (known !== undefined) said.categories.set(customerId, known);
  if (travellerIds.length > 0) said.travellers.set(customerId, new Set(travellerIds));
}
