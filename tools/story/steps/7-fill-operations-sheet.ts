import { randomBytes, randomInt } from 'node:crypto';
import type { Api } from '../api.ts';
import { todayOf } from '../cast.ts';
import type { Step } from '../scene.ts';

interface Sheet {
  id: string;
  version: number;
  reservations: { id: string }[];
}

/** The operator opens the sheet, reserves a restaurant, gets its confirmation and assigns a guide. */
export const fillOperationsSheet: Step = async ({ as, told, stage }) => {
  const operator = as('operator');
  const sheets = '/api/itinerary/v1/operations-sheets';
  const opened = await operator.post<Sheet>(sheets, { departureId: told.departureId });
  told.sheetId = opened.id;
  const reserved = await operator.post<Sheet>(
    `${sheets}/${opened.id}/reservations`,
    {
      supplierName: '兴坪老街饭店',
      serviceKind: 'restaurant',
      description: '午餐两位，一人素食',
      agreedCost: { amount: '16000', currency: 'CNY' },
      deadline: todayOf(stage),
    },
    opened.version,
  );
  const reservation = reserved.reservations[0]?.id ?? '';
  const confirmation = `${sheets}/${opened.id}/reservations/${reservation}/confirmation`;
  const confirmed = await operator.post<Sheet>(
    confirmation,
    { confirmationNumber: 'XP-2026' },
    reserved.version,
  );
  const guide = await newGuide(as('administrator'));
  await operator.post(`${sheets}/${opened.id}/guide`, { guideId: guide }, confirmed.version);
  const plan = {
    departureId: told.departureId,
    title: { zh: '漓江一日', en: 'A day on the Li' },
    days: [day],
  };
  await as('reviewer').post('/api/itinerary/v1/plans', plan);
  return `sheet opened, lunch reserved and confirmed, guide assigned, plan of the day written`;
};

const day = {
  day: 1,
  title: { zh: '杨堤—兴坪', en: 'Yangdi to Xingping' },
  segments: [
    { kind: 'transport', text: { zh: '竹筏漂流', en: 'Bamboo raft' }, from: '09:00', to: '11:30' },
    { kind: 'meal', text: { zh: '兴坪午餐', en: 'Lunch in Xingping' }, from: '12:00', to: '13:00' },
    {
      kind: 'free-time',
      text: { zh: '古镇自由活动', en: 'Free time in the old town' },
      from: '13:00',
      to: '15:00',
    },
  ],
};

/** What guides are called. */
const guides = ['覃晓峰', '韦秀英', '莫志强', '黄丽萍', '蒋大勇', '罗彩云'];

/** A guide has one group at a time, so each playing of the story brings its own. */
async function newGuide(administrator: Api): Promise<string> {
  const { user } = await administrator.get<{ user: { branchId: string } }>('/api/identity/v1/me');
  const userName = `guide.${randomBytes(4).toString('hex')}`;
  const person = {
    userName,
    displayName: guides[randomInt(guides.length)],
    email: `${userName}@guides.example`,
    locale: 'zh',
    roles: ['guide'],
  };
  const password = randomBytes(18).toString('base64url');
  const { id } = await administrator.post<{ id: string }>('/api/identity/v1/users', {
    ...person,
    branchId: user.branchId,
    password,
  });
  return id;
}
