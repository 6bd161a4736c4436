import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { newTraceId } from '../../story/api.ts';
import { mailTo, tokenIn } from '../../story/mail.ts';
import type { BrowserStage } from '../stage.ts';
import { enterDate, rowOf } from './hands.ts';
import { arrived, it } from './on-stage.ts';
import { prepareDeparture, sendPlan, type PlacedOrder, type Prepared, type Versioned } from './prepared.ts';

/** What a customer has ordered, and where letters about it go. */
interface Trip {
  readonly stage: BrowserStage;
  readonly prepared: Prepared;
  readonly orderId: string;
  readonly number: string;
  readonly email: string;
}

describe('a trip of a customer’s own', { timeout: 600_000 }, () => {
  it('is ordered, agreed on, signed, paid, told of and judged by clicks', async ({ stage }) => {
    const { page, complaints } = await stage.as('wang');
    const trip = await orderApproved(stage, page);
    await nameWhoTravels(page);
    await agreeOnPlan(trip, page);
    await signContract(trip, page);
    await pay(page);
    await readMessage(trip, page);
    await travel(trip);
    await answerSurvey(page);
    expect(complaints()).toEqual([]);
  });

  it('is cancelled after a look at what that costs', async ({ stage }) => {
    const { page, complaints } = await stage.as('wang');
    await orderApproved(stage, page);
    await page.getByRole('link', { name: '取消订单' }).click();
    await page.getByRole('heading', { level: 1, name: '取消订单' }).waitFor();
    const [penalty = ''] = /¥[\d.,]+/.exec(await rowOf(page, '业务损失费')) ?? [];
    expect(penalty).not.toBe('');
    await page.getByRole('button', { name: '确认取消' }).click();
    await page.getByRole('alert').filter({ hasText: '请先确认同意' }).waitFor();
    await page.getByLabel('取消原因').selectOption('健康原因');
    await page.getByLabel(`我已了解，同意支付业务损失费 ${penalty}`).check();
    await page.getByRole('button', { name: '确认取消' }).click();
    await page.getByText('已取消', { exact: true }).first().waitFor();
    const cancelled = page
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: '取消记录' }) });
    await cancelled.getByText(penalty).first().waitFor();
    expect(complaints()).toEqual([]);
  });
});

/** From the trip's page, for two adults; somebody of the agency approves it, and the page shows so by itself. */
async function orderApproved(stage: BrowserStage, page: Page): Promise<Trip> {
  const prepared = await prepareDeparture(stage);
  await page.goto(`/portal/products/${prepared.productId}`);
  await page.getByRole('link', { name: /^预订 .*出发$/ }).click();
  await page.getByRole('button', { name: '增加：成人' }).click();
  await page.getByLabel(/^给旅行社的留言/).fill('希望坐在一起');
  await page.getByRole('button', { name: '提交订单' }).click();
  await page.getByText('审核中', { exact: true }).waitFor();
  await page.getByRole('heading', { level: 1, name: prepared.productName.zh }).waitFor();
  expect(await rowOf(page, '合计')).toContain('¥520.00');
  const orderId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const reviewer = prepared.cast.as('reviewer', newTraceId());
  const path = `/api/booking/v1/orders/${orderId}`;
  const { version, number } = await reviewer.get<PlacedOrder>(path);
  await reviewer.post(`${path}/approval`, {}, version);
  await page.getByText('待付款', { exact: true }).waitFor();
  const me = await page.context().request.get('/api/identity/v1/me');
  const { user } = (await me.json()) as { user: { email: string } }; // by the schema of the operation
  return { stage, prepared, orderId, number, email: user.email };
}

/** Both places are given their travellers, one of them somebody new. */
async function nameWhoTravels(page: Page): Promise<void> {
  await page.getByRole('link', { name: '补填出行人' }).click();
  const name = `周宁${Date.now()}`;
  await page.getByRole('button', { name: '添加出行人' }).click();
  const form = page.getByRole('dialog', { name: '添加出行人' });
  await form.getByLabel('姓名', { exact: true }).fill(name);
  await enterDate(form, '出生日期', '1990-10-01');
  await form.getByLabel('与您的关系').selectOption('配偶');
  await form.getByRole('button', { name: /添\s*加/ }).click();
  await form.waitFor({ state: 'detached' });
  await page.getByLabel('成人 2').selectOption(`${name}（配偶 · 1990-10-01）`);
  await page.getByLabel('成人 1').selectOption({ index: 1 });
  await page.getByRole('button', { name: '保存出行人' }).click();
  await page.getByRole('heading', { name: '费用明细' }).waitFor();
  await page.getByText(name).waitFor();
}

/** By the link of the letter something else is asked for; the next plan shows on the portal by itself, and is accepted there. */
async function agreeOnPlan({ stage, prepared, orderId, number, email }: Trip, page: Page): Promise<void> {
  const earlier = await sendPlan(prepared, orderId);
  const token = tokenIn(await mailTo(stage.stage, email, new RegExp(`请确认订单 ${number} 的行程`)));
  const holder = await stage.visit();
  await holder.page.goto(`/links/plan?token=${token}&lang=zh`);
  await holder.page.getByLabel('您的姓名').fill('王女士');
  await holder.page.getByLabel('修改意见').fill('想晚一小时出发');
  await holder.page.getByRole('button', { name: '希望修改' }).click();
  await holder.page.getByText('我们已收到您的修改意见').waitFor();
  expect(holder.complaints()).toEqual([]);

  await sendPlan(prepared, orderId, { earlier, from: '10:00' });
  await page.getByRole('link', { name: '查看并确认' }).click();
  await page.getByText('手划船游湖').waitFor();
  await page.getByRole('button', { name: '希望调整' }).click();
  await page.getByRole('alert').filter({ hasText: '请写下希望调整的内容' }).waitFor();
  await page.getByRole('button', { name: '接受行程' }).click();
  await page.getByText('已接受行程').waitFor();
  await page.getByRole('heading', { name: '费用明细' }).waitFor();
}

/** From the order to the link's own page, and back. */
async function signContract({ prepared, orderId }: Trip, page: Page): Promise<void> {
  const sales = prepared.cast.as('sales', newTraceId());
  const contracts = '/api/itinerary/v1/contracts';
  const { id, version } = await sales.post<Versioned>(contracts, { orderId });
  await sales.post(`${contracts}/${id}/sending`, {}, version);
  await page.getByRole('link', { name: '阅读并签署' }).click();
  await page.getByLabel('签署人姓名').fill('王女士');
  await page.getByLabel(/我已阅读并同意/).check();
  await page.getByRole('button', { name: '签署合同' }).click();
  await page.getByText(/合同已于 .* 签署/).waitFor();
  await page.goto(`/portal/orders/${orderId}`);
  const papers = page.locator('section').filter({ has: page.getByRole('heading', { name: '文件' }) });
  await papers.getByText(/已签署/).waitFor();
  const download = page.waitForEvent('download');
  await papers.getByRole('button', { name: /^(download )?下载 合同/ }).click();
  expect((await download).suggestedFilename()).toMatch(/\.pdf$/);
}

/** On the page for trying things out: refused at first, then paid; both are told on the order's page. */
async function pay(page: Page): Promise<void> {
  const toPay = page.getByRole('button', { name: '在线支付 ¥520.00' });
  await toPay.click();
  await page.getByRole('button', { name: '支付失败' }).click();
  await page.getByText(/在线支付没有成功，未扣款/).waitFor();
  await toPay.click();
  await page.getByRole('button', { name: '支付成功' }).click();
  await page.getByText('已确认', { exact: true }).first().waitFor();
  await arrived(page);
  expect(await toPay.count()).toBe(0);
  expect(await rowOf(page, '已付')).toContain('¥520.00');
}

/** The confirmation has come as a message: opened, it is read. */
async function readMessage({ prepared }: Trip, page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: /消息/ }).click();
  await page.getByRole('heading', { level: 1, name: '消息' }).waitFor();
  const message = page.getByRole('listitem').filter({ hasText: prepared.productName.zh }).first();
  await message.getByText('未读').waitFor();
  await message.locator('summary').click();
  await message.getByText('未读').waitFor({ state: 'detached' });
}

/** Both are checked in, and the trip ends. */
async function travel({ prepared, orderId }: Trip): Promise<void> {
  const operator = prepared.cast.as('operator', newTraceId());
  const sheets = '/api/itinerary/v1/operations-sheets';
  const { id } = await operator.post<Versioned>(sheets, { departureId: prepared.departureId });
  const { travellers } = await operator.get<{ travellers: { travellerId: string }[] }>(
    `/api/booking/v1/orders/${orderId}`,
  );
  for (const { travellerId } of travellers)
    await operator.post(`${sheets}/${id}/check-ins`, { orderId, travellerId, documentSeen: true });
  await operator.post(`${sheets}/${id}/trip-end`);
}

/** From the order, where it waits for the customer. */
async function answerSurvey(page: Page): Promise<void> {
  await page.goBack();
  await page.getByText('行程已结束', { exact: true }).waitFor();
  await page.getByRole('link', { name: '填写问卷' }).click();
  for (const scale of await page.getByRole('group').all()) await scale.getByRole('radio').last().check();
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByText('您的评价已收到，谢谢！').waitFor();
  await page.getByRole('link', { name: '查看我的行程' }).click();
  await page.getByRole('heading', { level: 1, name: '我的行程' }).waitFor();
}
