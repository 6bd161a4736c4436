import { StateTag } from '../../patterns/state-tag.tsx';
import type { AreaTexts } from '../../texts/define-texts.ts';
import { useLocale } from '../../texts/use-locale.ts';
import { departureStates, dueStates, orderStates, productStates, quotationStates, toneOf } from './words.ts';

function stateIn(words: Pick<AreaTexts<string>, 'word'>) {
  return function State({ of }: { readonly of: string }) {
    useLocale();
    return <StateTag tone={toneOf(of)}>{words.word(of)}</StateTag>;
  };
}

/** States in words. */
export const OrderState = stateIn(orderStates);
export const DueState = stateIn(dueStates);
export const DepartureState = stateIn(departureStates);
export const QuotationState = stateIn(quotationStates);
export const ProductState = stateIn(productStates);
