import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { newTraceId } from '../../story/api.ts';
import type { WatchedPage } from '../watched-page.ts';
import { openForm, send } from './hands.ts';
import { arrived, it } from './on-stage.ts';
import { placeOrder, prepareDeparture } from './prepared.ts';

const restored = '已恢复未保存的草稿';

/** What the tab keeps of drafts. */
const drafts = ({ page }: WatchedPage): Promise<string[]> =>
  page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('yitu.draft.')));

/** Opens what asks why a departure takes nobody any more. */
async function closing(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: '更多' }).click();
  await page.getByRole('menuitem', { name: '停止收客' }).click();
  const form = page.getByRole('dialog', { name: '停止收客' });
  await form.waitFor();
  return form;
}

describe('what somebody gives as a reason', () => {
  it('outlives closing and a reload, and is gone once it was sent', async ({ stage }) => {
    const { id, version } = await placeOrder(await prepareDeparture(stage));
    const visitor = await stage.as('zhang.wei');
    const { page } = visitor;
    await page.goto(`/orders/${id}`);
    await arrived(page);
    const returning = () => openForm(page, '退回');
    const reason = '出行人姓名与证件不一致';

    const first = await returning();
    await first.getByLabel('原因').fill(reason);
    expect(await drafts(visitor)).toEqual([`yitu.draft.return-order-${id}@${version}`]);
    await page.keyboard.press('Escape');
    await first.waitFor({ state: 'detached' });
    const again = await returning();
    await again.getByText(restored).waitFor();
    expect(await again.getByLabel('原因').inputValue()).toBe(reason);

    await page.reload();
    await arrived(page);
    const last = await returning();
    await last.getByText(restored).waitFor();
    expect(await last.getByLabel('原因').inputValue()).toBe(reason);
    await send(last, '退回');
    expect(await drafts(visitor)).toEqual([]);
    await page.getByText(reason).first().waitFor();
    expect(visitor.complaints()).toEqual([]);
  });

  it('is only offered where the record has changed since, and is gone once it was discarded', async ({
    stage,
  }) => {
    const { cast, departureId } = await prepareDeparture(stage);
    const visitor = await stage.as('zhang.wei');
    const { page } = visitor;
    await page.goto(`/departures/${departureId}`);
    await arrived(page);
    const before = await closing(page);
    await before.getByLabel('原因').fill('码头检修');
    await page.keyboard.press('Escape');
    await before.waitFor({ state: 'detached' });

    const path = `/api/booking/v1/departures/${departureId}`;
    const manager = cast.as('reviewer', newTraceId());
    const { version } = await manager.get<{ version: number }>(path);
    await manager.put(`${path}/capacity`, { capacity: 12 }, version);
    await page.reload();
    await arrived(page);
    const after = await closing(page);
    expect(await after.getByLabel('原因').inputValue()).toBe('');
    await after.getByRole('button', { name: '使用草稿' }).click();
    expect(await after.getByLabel('原因').inputValue()).toBe('码头检修');
    await after.getByRole('button', { name: '丢弃草稿' }).click();
    expect(await after.getByLabel('原因').inputValue()).toBe('');
    expect(await drafts(visitor)).toEqual([]);
    expect(visitor.complaints()).toEqual([]);
  });

  it('is kept nowhere where it is a password', async ({ stage }) => {
    const visitor = await stage.as('li.na');
    const { page } = visitor;
    await page.goto('/account?tab=sign-in');
    await arrived(page);
    const form = await openForm(page, '修改密码');
    await form.getByLabel('当前密码').fill('not to be kept');
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
    expect(await drafts(visitor)).toEqual([]);
    const again = await openForm(page, '修改密码');
    expect(await again.getByLabel('当前密码').inputValue()).toBe('');
    expect(visitor.complaints()).toEqual([]);
  });
});
