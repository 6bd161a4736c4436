import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import type { SupplierCost } from '../../api/gen/finance.ts';
import { listText } from '../../format/names.ts';
import { LinkButton } from '../../patterns/link-button.tsx';
import { sheetQuery } from '../operations-sheets/sheet-query.ts';
import { useSheetOf } from '../operations-sheets/use-sheet-of.ts';
import { services } from '../money/words.ts';
import { texts } from './texts.ts';
import { withoutCosts } from './without-costs.ts';

/** Warns of what suppliers have confirmed and no cost stands for: once settled, none can be added. */
export function MissingCosts({
  departureId,
  costs,
}: {
  readonly departureId: string;
  readonly costs: readonly SupplierCost[];
}) {
  const t = texts.use();
  const sheetId = useSheetOf(departureId)?.id;
  const { data: sheet } = useQuery({ ...sheetQuery(sheetId ?? ''), enabled: sheetId !== undefined });
  const missing = withoutCosts(sheet?.reservations ?? [], costs);
  if (!sheet || missing.length === 0) return null;
  const named = missing.map(
    ({ supplierName, serviceKind }) => `${supplierName} (${services.word(serviceKind)})`,
  );
  return (
    <Alert
      type="warning"
      showIcon
      title={t('missingCosts', { of: listText([...new Set(named)]) })}
      action={
        <LinkButton size="small" to="/operations-sheets/$sheetId" params={{ sheetId: sheet.id }}>
          {t('showSheet')}
        </LinkButton>
      }
    />
  );
}
