import { translate, type Locale, type Texts } from '@yitu/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answersAtAll } from '../upstreams/ask.ts';
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

/** `/status`, and `/` where there is no web application: what runs here and where to go on. */
export function startPage(app: FastifyInstance, upstreams: Upstreams, alone: boolean): void {
  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    const answering = await Promise.all(upstreamNames.map((name) => answersAtAll(upstreams[name])));
    const locale = localeOf(request);
    const rows = upstreamNames.map((name, index) => row(name, answering[index] === true, locale));
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
    <h2>${text('正在运行的服务', 'What runs')}</h2>
    <div class="card scroll">
      <table>
        <thead>
          <tr>
            <th>${text('服务', 'Service')}</th>
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

function row(name: UpstreamName, answers: boolean, locale: Locale): Html {
  const state = answers ? { zh: '运行中', en: 'running' } : { zh: '无应答', en: 'does not answer' };
  return html`<tr>
    <td><strong>${name}</strong></td>
    <td>${translate(purposes[name], locale)}</td>
    <td class="${answers ? 'up' : 'down'}">${translate(state, locale)}</td>
    <td>
      <a href="/docs?urls.primaryName=${name}"><code>/api/${name}</code></a>
    </td>
  </tr>`;
}
