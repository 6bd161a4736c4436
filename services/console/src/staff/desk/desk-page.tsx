import { Alert, Button, Card, Flex, Grid, Steps, Typography } from 'antd';
import { useEffect, useRef } from 'react';
import { Page } from '../../patterns/page.tsx';
import { CompareStep } from './compare-step.tsx';
import { DepartureStep } from './departure-step.tsx';
import { stepBefore, stepOf, steps, type Step } from './desk-state.ts';
import { PriceStep } from './price-step.tsx';
import { SearchStep } from './search-step.tsx';
import { CustomerLink } from '../links.tsx';
import { StepFrame } from './step-frame.tsx';
import { texts } from './texts.ts';
import { TravellersStep } from './travellers-step.tsx';
import { useDesk } from './use-desk.ts';
import { useKept } from './use-kept.ts';
import { WhichDesk } from './which-desk.tsx';

const pages: Readonly<Record<Step, () => React.JSX.Element>> = {
  search: SearchStep,
  compare: CompareStep,
  departure: DepartureStep,
  price: PriceStep,
  travellers: TravellersStep,
};

/** The steps before the customer is a field of their own. */
const choosing: readonly Step[] = ['search', 'compare', 'departure'];

/** One way from a question to an order, without the mouse: search, compare, choose, price, place, name who travels. */
export function DeskPage() {
  const { search } = useDesk();
  const { asked, restored, seen, startWithThis } = useKept(search);
  if (asked) return <WhichDesk kept={asked} onThis={startWithThis} />;
  return <Desk restored={restored} onSeen={seen} />;
}

/** @param restored whether what it shows was brought back, which is said until it was seen */
function Desk({ restored, onSeen }: { readonly restored: boolean; readonly onSeen: () => void }) {
  const t = texts.use();
  const { search, restart, back } = useDesk();
  const wide = Grid.useBreakpoint().md ?? true;
  const step = stepOf(search);
  const first = useRef(step);
  const came = useRef(false);
  if (step !== first.current) came.current = true;
  useEscape(back);
  const Current = pages[step];
  return (
    <Page
      title={t('title')}
      subtitle={wide && t('keys')}
      actions={
        <>
          {stepBefore(search) && <Button onClick={back}>{t('back')}</Button>}
          <Button onClick={restart}>{t('restart')}</Button>
        </>
      }
    >
      {restored && (
        <Alert
          type="info"
          showIcon
          role="status"
          title={t('restored')}
          closable={{ onClose: onSeen }}
          style={{ marginBottom: 16 }}
        />
      )}
      <Card>
        <Progress step={step} wide={wide} />
        {search.customer && choosing.includes(step) && (
          <Typography.Paragraph style={{ margin: '16px 0 0' }}>
            {t('customer')}: <CustomerLink id={search.customer} />
          </Typography.Paragraph>
        )}
        <StepFrame key={step} title={t(`step-${step}`)} arrived={came.current}>
          <Flex vertical gap="middle">
            <Current />
          </Flex>
        </StepFrame>
      </Card>
    </Page>
  );
}

/** How far one is: on a phone in numbers. */
function Progress({ step, wide }: { readonly step: Step; readonly wide: boolean }) {
  const t = texts.use();
  const current = steps.indexOf(step);
  if (!wide)
    return (
      <Typography.Text type="secondary">
        {current + 1} / {steps.length}
      </Typography.Text>
    );
  return <Steps size="small" current={current} items={steps.map((one) => ({ title: t(`step-${one}`) }))} />;
}

/** Esc goes back, unless something above the page is open that it closes. */
function useEscape(back: () => void) {
  const latest = useRef(back);
  latest.current = back;
  useEffect(() => {
    const above = '.ant-select-open, .ant-picker-dropdown:not(.ant-picker-dropdown-hidden), [role="dialog"]';
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector(above)) return;
      latest.current();
    };
    // Before whatever is open closes by the same key.
    document.addEventListener('keydown', listen, true);
    return () => document.removeEventListener('keydown', listen, true);
  }, []);
}
