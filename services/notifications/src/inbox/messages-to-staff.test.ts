import { addDays, today } from '@yitu/kernel';
import { eventually, startMailSink, startWorld, type MailSink, type Staff, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let world: World;
let sink: MailSink;
beforeAll(async () => {
  sink = await startMailSink();
  world = await startWorld({ services: ['identity', 'notifications'], smtpUrl: sink.smtpUrl });
});
afterAll(async () => {
  await world.close();
  await sink.stop();
});

interface Item {
  readonly template: string;
  readonly aboutId: string;
  readonly subject: { zh: string; en: string };
  readonly doneAt: string | null;
}

const identity = (path: string) => `${world.url('identity')}/v1${path}`;
const inbox = async (one: Staff) =>
  (await one.get<{ items: Item[] }>(`${world.url('notifications')}/v1/inbox`)).body.items;
const reported = (severity: string) => ({
  kind: 'lost-device',
  severity,
  title: '张三的平板电脑丢失',
  description: '在出租车上遗失。',
});

describe('a security incident', () => {
  it('reaches every system administrator at once when it is critical: inbox and letter, until it is closed', async () => {
    const agency = await world.foundAgency();
    const { administrator } = agency;
    const [reporter, second] = [await agency.staff('sales'), await agency.staff('system-administrator')];
    const { body: incident } = await reporter.post<{ id: string }>(
      identity('/incidents'),
      reported('critical'),
    );
    for (const one of [administrator, second])
      await eventually(async () => {
        expect(await inbox(one)).toMatchObject([
          {
            template: 'incident-notice',
            aboutId: incident.id,
            subject: { zh: '安全事件（严重）：设备遗失', en: 'Security incident (critical): Lost device' },
            doneAt: null,
          },
        ]);
      });
    expect(await inbox(reporter)).toEqual([]);
    const letter = await eventually(() => {
      const [got, ...more] = sink.messages(`admin@${agency.code}.example`);
      expect(more).toEqual([]);
      if (!got) throw new Error('no letter yet');
      return got;
    });
    expect(letter.subject).toBe('Security incident (critical): Lost device');
    expect(letter.text).toContain('Dear Admin,');
    expect(letter.text).toContain('张三的平板电脑丢失');
    await administrator.put(identity(`/incidents/${incident.id}/state`), { state: 'investigating' }, 2);
    await administrator.put(identity(`/incidents/${incident.id}/state`), { state: 'contained' }, 3);
    const closing = { cause: '疏忽', lessons: '默认加密' };
    const closed = await administrator.post(identity(`/incidents/${incident.id}/closing`), closing, {
      'if-match': '"4"',
    });
    expect(closed.status).toBe(200);
    await eventually(async () => {
      expect(await inbox(second)).toMatchObject([{ doneAt: expect.any(String) as unknown }]);
    });
    // The title may name people: it stands in the letter alone.
    const { rows } = await world.admin.query(
      `select from notifications.outbox, notifications.deliveries, notifications.inbox_items
       where envelope like '%张三%' or deliveries::text like '%张三%' or inbox_items::text like '%张三%'`,
    );
    expect(rows).toEqual([]);
  });

  it('reaches nobody by itself when it is low, and whom somebody names', async () => {
    const agency = await world.foundAgency();
    const { administrator } = agency;
    const [named, other] = [await agency.staff('sales'), await agency.staff('sales')];
    const { body: incident } = await administrator.post<{ id: string }>(
      identity('/incidents'),
      reported('low'),
    );
    const told = { userIds: [named.userId] };
    expect((await administrator.post(identity(`/incidents/${incident.id}/notifications`), told)).status).toBe(
      201,
    );
    await eventually(async () => {
      expect(await inbox(named)).toMatchObject([{ aboutId: incident.id }]);
    });
    expect([await inbox(administrator), await inbox(other)]).toEqual([[], []]);
  });
});

describe('a certificate that runs out', () => {
  it('is in its holder’s inbox until they have passed again', async () => {
    const agency = await world.foundAgency();
    const { administrator } = agency;
    const guide = await agency.staff('guide');
    const course = {
      code: 'FIRST-AID',
      name: { zh: '急救', en: 'First aid' },
      roles: ['guide'],
      passingScore: 80,
      validityMonths: 12,
      mandatory: true,
    };
    expect((await administrator.post(identity('/courses'), course)).status).toBe(201);
    const now = today(Temporal.Now.instant(), 'Asia/Shanghai');
    const assess = (assessedOn: string) =>
      administrator.post(identity('/courses/FIRST-AID/assessments'), {
        userId: guide.userId,
        score: 90,
        assessedOn,
      });
    expect((await assess(addDays(now, -350))).status).toBe(201);
    await eventually(async () => {
      const [item] = await inbox(guide);
      expect(item).toMatchObject({ template: 'certificate-expiring', doneAt: null });
      expect(item?.subject.zh).toContain('您的“急救”证书将于');
    });
    expect((await assess(now)).status).toBe(201);
    await eventually(async () => {
      expect(await inbox(guide)).toMatchObject([{ doneAt: expect.any(String) as unknown }]);
    });
  });
});
