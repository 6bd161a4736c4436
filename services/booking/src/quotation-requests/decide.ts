import { addDays, type FieldProblem } from '@yitu/kernel';
import { askingErrors } from './errors.ts';

export interface Asked {
  readonly productId?: string | undefined;
  readonly departureId?: string | undefined;
  readonly travellers: number;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly budget?: { readonly amount: string; readonly currency: string } | undefined;
  readonly words: string;
}

/** A trip is asked for two years ahead at most. */
const furthestDays = 731;

/**
 * Whether what a customer asks for can be answered at all: it names a product, a departure or says something, and its dates are to come.
 * @param today the agency's day @throws booking/request-contents naming each field and rule
 */
export function checkAsked({ productId, departureId, words, from, until }: Asked, today: string): void {
  const latest = addDays(today, furthestDays);
  const fields = [
    when(
      productId === undefined && departureId === undefined && words.trim() === '',
      ...(['/body/words', 'something', '请选择产品、团期或写明需求', 'is needed without a product'] as const),
    ),
    when(from !== undefined && from < today, '/body/from', 'not-past', '不能早于今天', 'is in the past'),
    when(
      until !== undefined && until < (from ?? today),
      ...(['/body/until', 'not-before-from', '不能早于开始日期', 'is before it begins'] as const),
    ),
    when(
      (until ?? from ?? today) > latest || (from ?? today) > latest,
      ...(['/body/until', 'within-two-years', '最远两年', 'is more than two years away'] as const),
    ),
  ].filter((one) => one !== undefined);
  if (fields.length > 0) throw askingErrors.requestContents({ fields });
}

/** @param open requests of the customer that nobody has answered @throws booking/too-many-requests */
export function checkOpen(open: number, limit: number): void {
  if (open < limit) return;
  const message = { zh: '请等待答复或撤回已有询价', en: 'needs one to be answered or withdrawn first' };
  throw askingErrors.tooManyRequests(
    { open, limit },
    { fields: [{ field: '/body', rule: 'open-requests', message }] },
  );
}

function when(
  broken: boolean,
  field: string,
  rule: string,
  zh: string,
  en: string,
): FieldProblem | undefined {
  return broken ? { field, rule, message: { zh, en } } : undefined;
}
