import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import type { OperationsSheetDetail } from '../../api/gen/itinerary.ts';
import { LinkButton } from '../../patterns/link-button.tsx';
import { useMay } from '../../session/me.ts';
import { departureQuery } from '../selling/queries.ts';
import { decisionIsOpen } from './decision.ts';
import { texts } from './texts.ts';

/** Warns, before a trip begins, that nobody has decided whether the group takes place. */
export function OpenDecision({ sheet }: { readonly sheet: OperationsSheetDetail }) {
  const t = texts.use();
  const enabled = useMay()('booking.departure.read') && sheet.state === 'preparing';
  const { departureId, headCount } = sheet;
  const { data: departure } = useQuery({ ...departureQuery(departureId), enabled });
  if (!enabled || !departure || !decisionIsOpen(departure, headCount)) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={t('decisionOpen', { count: headCount, minimum: departure.minimumGroup })}
      action={
        <LinkButton size="small" to="/departures/$departureId" params={{ departureId }}>
          {t('toDecision')}
        </LinkButton>
      }
      style={{ marginBottom: 16 }}
    />
  );
}
