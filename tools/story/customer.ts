import { createApi, newTraceId, until, type Api } from './api.ts';
import { customerName, demoPassword, signIn, todayOf, type Stage } from './cast.ts';
import { mailTo, tokenIn } from './mail.ts';

const textVersion = '2026-1';

/** What whoever registers agrees to: short, and enough for a demo. */
const legalTexts = {
  terms: {
    zh: `一、本条款适用于您通过客户中心查询、预订旅游产品以及管理订单。
二、您提交的订单在旅行社审核后成立；名额在页面显示的时间内为您保留。
三、价格、付款日期和退改规则以订单页面显示的为准，取消前可查看逐项计算的费用。
四、请如实填写出行人信息；因信息有误造成的损失由提供者承担。
五、本条款为演示文本，不构成真实的合同。`,
    en: `1. These terms apply when you search, order and look after your orders in the customer portal.
2. An order stands once the agency has reviewed it; until the time shown, the seats are held for you.
3. Prices, due dates and cancellation rules are those of the order's page; before you cancel you are shown each line of what it costs.
4. Please give the details of travellers as they are; whoever gives wrong ones bears what follows from it.
5. This is a text for demonstration and no real contract.`,
  },
  privacy: {
    zh: `一、我们仅为办理您的旅行收集姓名、联系方式和出行人信息。
二、证件号码等敏感信息加密保存，每次查看都会留下记录。
三、信息仅提供给为您的行程提供服务的供应商，范围以办理所需为限。
四、您可以随时查看、更正自己的资料，或要求删除敏感信息。
五、本政策为演示文本。`,
    en: `1. We collect names, ways to reach you and details of travellers for your trips, and for nothing else.
2. Sensitive details such as document numbers are sealed; whoever looks at them leaves a record.
3. Suppliers who serve your trip are told what they need for it, and no more.
4. You can see and correct your data at any time, or ask for sensitive details to be destroyed.
5. This is a text for demonstration.`,
  },
} as const;

/** Opens the portal of an agency: what customers agree to is published, and one customer has registered. What an interrupted attempt has made stays. */
export async function openPortal(stage: Stage, agency: string): Promise<void> {
  const as = async (login: string) =>
    createApi(stage.origin, newTraceId(), await signIn(stage, agency, login));
  await publishLegalTexts(stage, await as('admin'));
  const registered = await as(customerName).catch(() => undefined);
  const customer = registered ?? (await registerCustomer(stage, agency, await as('li.na')));
  await until('the customer record of the account', async () => {
    const own = await customer.get<{ customer: object | null }>('/api/crm/v1/own-customer');
    return own.customer ?? undefined;
  });
}

async function publishLegalTexts(stage: Stage, administrator: Api): Promise<void> {
  for (const kind of ['terms', 'privacy'] as const) {
    const text = { kind, textVersion, validFrom: todayOf(stage), texts: legalTexts[kind] };
    await administrator.postOnce('/api/identity/v1/legal-texts', text, 'identity/legal-text-known');
  }
}

/** Registers whom the main job has entered: with their e-mail address, so that their order is found in the portal. */
async function registerCustomer(stage: Stage, agency: string, sales: Api): Promise<Api> {
  const { customers } = await sales.get<{
    customers: { displayName: string; email: string | null; phone: string | null }[];
  }>('/api/crm/v1/customers?limit=50');
  // The newest come first: the last one is the main job's, also where people have tried things since.
  const { displayName, email, phone } = customers.findLast((one) => one.email && one.phone) ?? {};
  if (!email || !phone) throw new Error('the agency has no customer yet');
  const password = demoPassword(stage);
  const anybody = createApi(stage.origin, newTraceId());
  await anybody.post('/api/identity/v1/registrations', {
    ...{ agency, userName: customerName, displayName, email, mobile: phone, locale: 'zh' },
    ...{ password, passwordAgain: password, acceptedTerms: textVersion, acceptedPrivacy: textVersion },
  });
  const token = tokenIn(await mailTo(stage, email, /注册/));
  await anybody.post('/api/identity/v1/registration-confirmations', { token });
  return createApi(stage.origin, newTraceId(), await signIn(stage, agency, customerName));
}
