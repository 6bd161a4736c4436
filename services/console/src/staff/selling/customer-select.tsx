import { PlusOutlined } from '../../patterns/icons.tsx';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { ChooseCustomer } from '../../names/choose-records.tsx';
import type { ChosenField } from '../../patterns/choose.tsx';
import { useMay } from '../../session/me.ts';
import { EnterCustomer } from '../customers/enter-customer.tsx';
import { texts } from './texts.ts';

/** Chooses a customer, or enters a new one. */
export function CustomerSelect(field: ChosenField) {
  const t = texts.use();
  const may = useMay();
  const [entering, setEntering] = useState(false);
  return (
    <Flex gap="small" wrap>
      <div style={{ flex: 1, minWidth: 260 }}>
        <ChooseCustomer {...field} />
      </div>
      {may('crm.customer.enter') && (
        <Button icon={<PlusOutlined />} onClick={() => setEntering(true)}>
          {t('newCustomer')}
        </Button>
      )}
      <EnterCustomer
        open={entering}
        onClose={() => setEntering(false)}
        onEntered={(customerId) => field.onChange?.(customerId)}
      />
    </Flex>
  );
}
