import { useNavigate } from '@tanstack/react-router';
import { Alert, Button, Card, Flex } from 'antd';
import type { ReactNode } from 'react';
import { Facts } from '../../patterns/facts.tsx';
import { Page } from '../../patterns/page.tsx';
import { CustomerLink, DepartureLink, ProductLink } from '../links.tsx';
import type { DeskSearch } from './desk-state.ts';
import { texts } from './texts.ts';

/** Where a link leads to the desk and something else is under way there: which of both it is to be. Until it is said, both are as they were. */
export function WhichDesk({ kept, onThis }: { readonly kept: DeskSearch; readonly onThis: () => void }) {
  const t = texts.use();
  const navigate = useNavigate();
  return (
    <Page title={t('title')}>
      <Card>
        <Flex vertical gap="middle">
          <Alert type="warning" showIcon role="status" title={t('otherKept')} />
          <Kept of={kept} />
          <Flex gap="small" wrap>
            <Button
              type="primary"
              autoFocus
              onClick={() => void navigate({ to: '/desk', search: {}, replace: true })}
            >
              {t('goOnWithKept')}
            </Button>
            <Button onClick={onThis}>{t('startWithThis')}</Button>
          </Flex>
        </Flex>
      </Card>
    </Page>
  );
}

/** What was begun, as far as it was chosen. */
function Kept({ of: { customer, product, departure, text } }: { readonly of: DeskSearch }) {
  const t = texts.use();
  const facts: [string, ReactNode][] = [];
  if (customer) facts.push([t('customer'), <CustomerLink key="customer" id={customer} />]);
  if (departure) facts.push([t('departure'), <DepartureLink key="departure" id={departure} />]);
  else if (product) facts.push([t('product'), <ProductLink key="product" id={product} />]);
  if (text) facts.push([t('text'), text]);
  return facts.length > 0 && <Facts of={facts} />;
}
