import { useNavigate } from '@tanstack/react-router';
import { Form } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import { todayIn } from '../../format/dates.ts';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { useMe } from '../../session/me.ts';
import type { LocalText } from '../../texts/locale.ts';
import type { kinds } from '../../names/product-words.ts';
import { CampaignFields, codesIn } from './campaign-fields.tsx';
import { texts } from './texts.ts';

/** As the service takes a number of uses that is not limited. */
export const anyCount = 1_000_000;

export interface CampaignForm {
  readonly name: LocalText;
  readonly kind: 'fixed' | 'percent';
  readonly value: string | number;
  readonly cap?: string | null;
  readonly currency: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly minimumAmount?: string | null;
  readonly products?: readonly { readonly id?: string }[];
  readonly productKinds?: (typeof kinds)[number][];
  readonly stackable: boolean;
  readonly perCustomer: number;
  readonly perCode?: number | null;
  readonly totalLimit: number;
  readonly codes: string;
}

/** What the service takes of it: nothing that was left empty. */
function campaignBody({ cap, minimumAmount, products = [], perCode, ...said }: CampaignForm) {
  return {
    ...said,
    value: String(said.value),
    codes: codesIn(said.codes),
    ...(said.kind === 'percent' && cap && { cap }),
    ...(minimumAmount && { minimumAmount }),
    ...(perCode && { perCode }),
    productIds: products.flatMap(({ id }) => (id ? [id] : [])),
  };
}

/** Opens a campaign with its codes, and its page. */
export function OpenCampaign({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const t = texts.use();
  const navigate = useNavigate();
  const { currency, timeZone } = useMe().agency;
  const [form] = Form.useForm<CampaignForm>();
  const change = useChange(
    async (said: CampaignForm, key) => {
      const { id } = await answer(
        api.booking.POST('/v1/coupon-campaigns', { body: campaignBody(said), headers: changing(key) }),
      );
      await navigate({ to: '/coupon-campaigns/$campaignId', params: { campaignId: id } });
    },
    { touches: [['booking', 'coupon-campaign']], done: t('opened') },
  );
  return (
    <FormDrawer<CampaignForm>
      title={t('open')}
      name="open-campaign"
      {...{ open, onClose, form, change }}
      initial={{
        ...{ kind: 'fixed', currency, validFrom: todayIn(timeZone), stackable: false },
        ...{ perCustomer: 1, totalLimit: 100, productKinds: [], products: [] },
      }}
      width={640}
    >
      <CampaignFields />
    </FormDrawer>
  );
}
