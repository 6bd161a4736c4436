import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Loaded } from '../../patterns/loaded.tsx';
import { documentWords } from '../../names/document-words.ts';
import { useOwnCustomer, useOwnDocuments, useOwnTravellers } from '../ordering/own-customer.ts';
import { texts as orderingTexts } from '../ordering/texts.ts';
import { texts } from './texts.ts';

const AddTraveller = lazy(async () => ({
  default: (await import('../ordering/add-traveller.tsx')).AddTraveller,
}));

/** Whom the customer has entered as travelling with them. */
export function Travellers() {
  const t = texts.use();
  const customer = useOwnCustomer().data;
  const travellers = useOwnTravellers(customer?.id);
  const [adding, setAdding] = useState(false);
  if (!customer) return null;
  return (
    <section className="panel">
      <h2>{t('travellers')}</h2>
      <Loaded query={travellers} lines={3}>
        {(known) =>
          known.length === 0 ? (
            <p>{t('noTravellers')}</p>
          ) : (
            <ul className="bare-list rows">
              {known.map(({ id, name, relation, birthDate }) => (
                <li key={id}>
                  <span>{name}</span>
                  <span className="quiet">
                    {orderingTexts.word(relation)} · {birthDate}
                  </span>
                  <DocumentsOf travellerId={id} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <p className="quiet">{t('documentsWhy')}</p>
      <Button size="large" onClick={() => setAdding(true)}>
        {t('addTraveller')}
      </Button>
      <Suspense fallback={null}>
        {adding && <AddTraveller customerId={customer.id} onClose={() => setAdding(false)} />}
      </Suspense>
    </section>
  );
}

/** What is on file of somebody's documents: enough to know which one it is, and when it ends. */
function DocumentsOf({ travellerId }: { readonly travellerId: string }) {
  const t = texts.use();
  const documents = useOwnDocuments().data ?? [];
  return documents
    .filter((one) => one.travellerId === travellerId)
    .map(({ id, kind, maskedNumber, expiresOn }) => (
      <span key={id} className="quiet">
        {documentWords.word(kind)} {maskedNumber}
        {expiresOn && ` · ${t('validUntil', { date: expiresOn })}`}
      </span>
    ));
}
