import { translate, type Locale, type Texts } from '@yitu/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answersAtAll, partsOf } from '../upstreams/ask.ts';
import { remembered } from '../upstreams/remembered.ts';
import { upstreamNames, type UpstreamName, type Upstreams } from '../upstreams/upstream.ts';
import { html, type Html } from './html.ts';
import { localeOf, sendPage } from './page.ts';

/** What each service is there for. */
const purposes: Readonly<Record<UpstreamName, Texts>> = {
  identity: { zh: '机构、分支、员工、登录与权限', en: 'Agencies, branches, staff, sign-in and permissions' },
  crm: { zh: '客户、出行人与满意度调查', en: 'Customers, travellers and surveys' },
  booking: { zh: '产品、团期、占位与订单', en: 'Products, departures, holds and orders' },
  itinerary: {
    zh: '行程、合同、计调单与业务档案',
    en: 'Plans, contracts, operations sheets and archive files',
  },
  finance: { zh: '总账、收付款、团队结算与发票', en: 'Ledger, payments, group settlement and invoices' },
  notifications: { zh: '邮件、站内信与提醒', en: 'E-mail, inbox and reminders' },
  analytics: { zh: '销售、毛利与满意度指标', en: 'Sales, margin and satisfaction' },
};

/** The parts of the gateway's own, and those all services stand on, by what these call them. */
const ownParts = {
  gateway: { zh: '浏览器与接口的统一入口', en: 'The one origin of browsers and programs' },
  console: { zh: '员工控制台与客户门户', en: 'The pages of staff and customers' },
};
const foundations = [
  { check: 'database', name: 'PostgreSQL', purpose: { zh: '数据库', en: 'The database' } },
  { check: 'bus', name: 'NATS', purpose: { zh: '消息总线', en: 'The message bus' } },
] as const;

type State = keyof typeof states;
const states = {
  up: { zh: '运行中', en: 'running' },
  partly: { zh: '部分服务无法连接', en: 'out of reach of some services' },
  down: { zh: '无应答', en: 'does not answer' },
  absent: { zh: '未安装', en: 'not installed here' },
};

/** Pure. What services that answer say of a part. @param said true, false, or something else where one did not answer */
export function stateOf(said: readonly unknown[]): 'up' | 'partly' | 'down' {
  const answers = said.filter((one) => typeof one === 'boolean');
  if (!answers.includes(true)) return 'down';
  return answers.includes(false) ? 'partly' : 'up';
}

/** `/status`, and `/` where there is no web application: what runs here and where to go on. */
export function startPage(app: FastifyInstance, upstreams: Upstreams, alone: boolean): void {
  // However often the page is looked at: each service is asked once a second.
  const ask = remembered(1_000, () =>
    Promise.all(
      upstreamNames.map(async (name) => {
        const [answers, parts] = await Promise.all([answersAtAll(upstreams[name]), partsOf(upstreams[name])]);
        return { name, answers, parts };
      }),
    ),
  );
  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    const services = await ask();
    const locale = localeOf(request);
    const rows = [
      row({ name: 'gateway', purpose: ownParts.gateway, state: 'up' }, locale),
      row({ name: 'console', purpose: ownParts.console, state: alone ? 'absent' : 'up' }, locale),
      ...services.map(({ name, answers }) => {
        const part = { name, purpose: purposes[name], state: answers ? 'up' : 'down' } as const;
        return row({ ...part, api: name }, locale);
      }),
      ...foundations.map(({ check, name, purpose }) =>
        row({ name, purpose, state: stateOf(services.map(({ parts }) => parts[check])) }, locale),
      ),
    ];
    return sendPage(request, reply, { title, body: bodyOf(rows, locale) });
  };
  for (const path of alone ? ['/', '/status'] : ['/status'])
    app.get(path, { schema: { hide: true } }, answer);
}

const title = { zh: '运行状态', en: 'Status' };

function bodyOf(rows: Html[], locale: Locale): Html {
  const text = (zh: string, en: string) => translate({ zh, en }, locale);
  return html` <h1>${text('易途 · 旅行社连锁业务系统', 'Yitu · the system travel-agency chains run on')}</h1>
    <p class="lead">
      ${text('客户、预订、行程、合同、资金与通知，统一入口。', 'Customers, bookings, itineraries, contracts, money and messages behind one origin.')}
    </p>
    <nav>
      <ul>
        <li><a href="/docs">${text('接口文档 (OpenAPI)', 'API of all services (OpenAPI)')}</a></li>
        <li>
          <a href="/docs/events?lang=${locale}">${text('全部事件 (AsyncAPI)', 'All events (AsyncAPI)')}</a>
        </li>
        <li><a href="/docs/asyncapi.json">asyncapi.json</a></li>
        <li><a href="/readyz">${text('运行状态', 'Readiness')}</a></li>
      </ul>
    </nav>
    <h2>${text('正在运行的部分', 'What runs')}</h2>
    <div class="card scroll">
      <table>
        <thead>
          <tr>
            <th>${text('部分', 'Part')}</th>
            <th>${text('职责', 'For')}</th>
            <th>${text('状态', 'State')}</th>
            <th>${text('接口', 'API')}</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>`;
}

interface Part {
  readonly name: string;
  readonly purpose: Texts;
  readonly state: State;
  readonly api?: UpstreamName;
}

function row({ name, purpose, state, api }: Part, locale: Locale): Html {
  const link =
    api === undefined ? html`—` : html`<a href="/docs?urls.primaryName=${api}"><code>/api/${api}</code></a>`;
  return html`<tr>
    <td><strong>${name}</strong></td>
    <td>${translate(purpose, locale)}</td>
    <td class="${state === 'up' ? 'up' : state === 'absent' ? '' : 'down'}">
      ${translate(states[state], locale)}
    </td>
    <td>${link}</td>
  </tr>`;
}
