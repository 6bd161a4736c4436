/** An answer as it was given: what is kept of a customer goes into their file unchanged. */
export type Answer = Readonly<Record<string, unknown>>;

/** Reads one page by its path below `/api/`; null where there is nothing for this customer. */
export type Read = (path: string) => Promise<Answer | null>;

/** Where it is read what the services keep of whoever is signed in. */
const kept = {
  account: 'identity/v1/me',
  devices: 'identity/v1/sessions',
  acceptedTexts: 'identity/v1/me/legal-acceptances',
  documents: 'crm/v1/own-documents',
  consents: 'crm/v1/own-consents',
  questionnaires: 'crm/v1/own-surveys',
  quotationRequests: 'booking/v1/own-quotation-requests',
  quotations: 'booking/v1/own-quotations',
  waitingList: 'booking/v1/own-waiting-entries',
  contracts: 'itinerary/v1/own-contracts',
  payments: 'finance/v1/own-payments',
  refunds: 'finance/v1/own-refunds',
  invoices: 'finance/v1/own-invoices',
  messages: 'notifications/v1/inbox',
} as const;

/** Everything the services show a customer of themselves, lists to their end: one after the other, so that nobody else waits for it. */
export async function gatherOwnData(read: Read): Promise<Record<string, unknown>> {
  const own = await wholeOf(read, 'crm/v1/own-customer');
  const customer = own?.['customer'];
  const travellers = isAnswer(customer)
    ? await wholeOf(read, `crm/v1/customers/${String(customer['id'])}/travellers`)
    : null;
  const found = await wholeOf(read, 'booking/v1/orders');
  const orders: unknown[] = [];
  for (const order of itemsOf(found?.['orders']))
    orders.push(await read(`booking/v1/orders/${String(order['id'])}`));
  const data: Record<string, unknown> = { customer, travellers: travellers?.['travellers'] ?? [], orders };
  for (const [name, path] of Object.entries(kept)) data[name] = await wholeOf(read, path);
  return data;
}

/** An answer with all that follows it: the lists of its pages are put together. */
export async function wholeOf(read: Read, path: string): Promise<Answer | null> {
  const page = await read(path);
  if (!page) return null;
  const { next, ...whole } = page;
  if (typeof next !== 'string') return whole;
  const [bare = path] = path.split('?');
  const rest = await wholeOf(read, `${bare}?after=${encodeURIComponent(next)}`);
  return Object.fromEntries(
    Object.entries(whole).map(([name, value]) => {
      const more = rest?.[name];
      return [name, isList(value) && isList(more) ? [...value, ...more] : value];
    }),
  );
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const isAnswer = (value: unknown): value is Answer => typeof value === 'object' && value !== null;

const itemsOf = (list: unknown): Answer[] => (isList(list) ? list.filter(isAnswer) : []);
