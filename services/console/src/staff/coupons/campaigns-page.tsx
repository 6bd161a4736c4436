import { PlusOutlined } from '../../patterns/icons.tsx';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../api/client.ts';
import type { CouponCampaign } from '../../api/gen/booking.ts';
import { localText } from '../../format/names.ts';
import { List, pageSize } from '../../patterns/list-page.tsx';
import { Page } from '../../patterns/page.tsx';
import type { Column } from '../../patterns/rows.tsx';
import { useMay } from '../../session/me.ts';
import { CampaignState, offText } from './campaign-words.tsx';
import { OpenCampaign } from './open-campaign.tsx';
import { campaignsRoute } from './routes.ts';
import { texts } from './texts.ts';

/** What takes something off quotations, and how much it was used. */
export function CampaignsPage() {
  const t = texts.use();
  const may = useMay();
  const search = campaignsRoute.useSearch();
  const navigate = campaignsRoute.useNavigate();
  const [opening, setOpening] = useState(false);
  const open = may('booking.coupon.issue') && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpening(true)}>
      {t('open')}
    </Button>
  );
  return (
    <Page title={t('title')} actions={open}>
      <List<CouponCampaign, never>
        label={t('title')}
        queryKey={['booking', 'coupon-campaign']}
        load={async ({ after }: { readonly after?: string }, signal) => {
          const query = { limit: pageSize, ...(after && { after }) };
          const { campaigns, next } = await answer(
            api.booking.GET('/v1/coupon-campaigns', { params: { query }, signal }),
          );
          return { rows: campaigns, next };
        }}
        columns={useColumns()}
        filters={[]}
        search={search}
        onSearch={(next) => void navigate({ search: next })}
      />
      <OpenCampaign open={opening} onClose={() => setOpening(false)} />
    </Page>
  );
}

function useColumns(): Column<CouponCampaign>[] {
  const t = texts.use();
  return [
    {
      title: t('name'),
      render: (_, { id, name }) => (
        <Link to="/coupon-campaigns/$campaignId" params={{ campaignId: id }}>
          {localText(name)}
        </Link>
      ),
    },
    { title: t('state'), render: (_, campaign) => <CampaignState of={campaign} /> },
    { title: t('off'), render: (_, campaign) => offText(campaign) },
    { title: t('validity'), render: (_, { validFrom, validTo }) => `${validFrom} – ${validTo}` },
    {
      title: t('used'),
      align: 'end',
      render: (_, { redeemed, totalLimit }) => `${redeemed} / ${totalLimit}`,
    },
  ];
}
