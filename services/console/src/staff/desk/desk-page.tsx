import { Button, Card, Flex, Grid, Steps, Typography } from 'antd';
import { useEffect, useRef } from 'react';
import { Page } from '../../patterns/page.tsx';
import { CompareStep } from './compare-step.tsx';
import { DepartureStep } from './departure-step.tsx';
import { stepBefore, stepOf, steps, type Step } from './desk-state.ts';
import { PriceStep } from './price-step.tsx';
import { SearchStep } from './search-step.tsx';
import { StepFrame } from './step-frame.tsx';
import { texts } from './texts.ts';
import { TravellersStep } from './travellers-step.tsx';
import { useDesk } from './use-desk.ts';

const pages: Readonly<Record<Step, () => React.JSX.Element>> = {
  search: SearchStep,
  compare: CompareStep,
  departure: DepartureStep,
  price: PriceStep,
  travellers: TravellersStep,
};

/** One way from a question to an order, without the mouse: search, compare, choose, price, place, name who travels. */
export function DeskPage() {
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
      <Card>
        {wide ? (
          <Steps
            size="small"
            current={steps.indexOf(step)}
            items={steps.map((one) => ({ title: t(`step-${one}`) }))}
          />
        ) : (
          <Typography.Text type="secondary">
            {steps.indexOf(step) + 1} / {steps.length}
          </Typography.Text>
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
