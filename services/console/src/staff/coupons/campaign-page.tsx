import { useQuery } from '@tanstack/react-query';
import { Button, Card, Flex } from 'antd';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { CouponCampaignDetail } from '../../api/gen/booking.ts';
import { listText, localText } from '../../format/names.ts';
import { ActionDialog } from '../../patterns/action-dialog.tsx';
import { Facts } from '../../patterns/facts.tsx';
import { Itemised } from '../../patterns/itemised.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { Money } from '../../patterns/money.tsx';
import { Page } from '../../patterns/page.tsx';
import { texts as patternTexts } from '../../patterns/texts.ts';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { useMay } from '../../session/me.ts';
import { ProductLink } from '../links.tsx';
import { kindWords } from '../../names/product-words.ts';
import { CampaignState, offText } from './campaign-words.tsx';
import { anyCount } from './open-campaign.tsx';
import { campaignRoute } from './routes.ts';
import { texts } from './texts.ts';

/** One campaign with its codes and their use. */
export function CampaignPage() {
  const { campaignId } = campaignRoute.useParams();
  const query = useQuery({
    queryKey: ['booking', 'coupon-campaign', campaignId],
    queryFn: ({ signal }) =>
      answer(
        api.booking.GET('/v1/coupon-campaigns/{campaignId}', { params: { path: { campaignId } }, signal }),
      ),
  });
  return <Loaded query={query}>{(campaign) => <OneCampaign campaign={campaign} />}</Loaded>;
}

function OneCampaign({ campaign }: { readonly campaign: CouponCampaignDetail }) {
  const t = texts.use();
  return (
    <Page
      title={localText(campaign.name)}
      tags={<CampaignState of={campaign} />}
      actions={<EndCampaign campaign={campaign} />}
    >
      <Flex vertical gap="middle">
        <Overview campaign={campaign} />
        <Card title={t('codes')}>
          <Itemised
            label={t('codes')}
            rows={campaign.codes}
            rowKey={({ code }) => code}
            columns={[
              { title: t('code'), dataIndex: 'code' },
              { title: t('codeUsed'), align: 'right', dataIndex: 'redeemed' },
            ]}
          />
        </Card>
      </Flex>
    </Page>
  );
}

function Overview({ campaign }: { readonly campaign: CouponCampaignDetail }) {
  const t = texts.use();
  const { currency, minimumAmount, productIds, productKinds, perCode } = campaign;
  const { redeemed, totalLimit, perCustomer, stackable, validFrom, validTo } = campaign;
  return (
    <Card title={t('overview')}>
      <Facts
        of={[
          [t('off'), offText(campaign)],
          [t('validity'), `${validFrom} – ${validTo}`],
          [t('used'), `${redeemed} / ${totalLimit}`],
          [t('minimum'), minimumAmount === '0' ? null : <Money of={{ amount: minimumAmount, currency }} />],
          [t('perCustomer'), t('times', { count: perCustomer })],
          [t('perCode'), perCode === anyCount ? t('perCodeAny') : t('times', { count: perCode })],
          [t('stacking'), patternTexts.say(stackable ? 'yes' : 'no')],
          [t('productKinds'), listText(productKinds.map(kindWords.word)) || t('allKinds')],
          [
            t('products'),
            productIds.length === 0 ? (
              t('allProducts')
            ) : (
              <Flex vertical>
                {productIds.map((id) => (
                  <ProductLink key={id} id={id} />
                ))}
              </Flex>
            ),
          ],
        ]}
      />
    </Card>
  );
}

function EndCampaign({ campaign }: { readonly campaign: CouponCampaignDetail }) {
  const t = texts.use();
  const may = useMay();
  const [open, setOpen] = useState(false);
  const { id: campaignId, version } = useAsOpened(campaign, open);
  const change = useChange(
    (_nothing: object, key) =>
      answer(
        api.booking.POST('/v1/coupon-campaigns/{campaignId}/end', {
          params: { path: { campaignId } },
          headers: changing(key, version),
        }),
      ),
    { touches: [['booking', 'coupon-campaign']], done: t('endedNow') },
  );
  if (campaign.state === 'ended' || !may('booking.coupon.issue')) return null;
  return (
    <>
      <Button danger onClick={() => setOpen(true)}>
        {t('end')}
      </Button>
      <ActionDialog
        title={t('end')}
        explanation={t('endWhy')}
        action={t('end')}
        danger
        open={open}
        onClose={() => setOpen(false)}
        change={change}
      />
    </>
  );
}
