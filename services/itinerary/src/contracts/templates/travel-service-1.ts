/**
 * The first version of the travel service contract (旅游服务合同): parties, trip, price, payment and the references that Tourism Law art. 58 asks of a
 * package-tour contract. Handlebars without escaping: plain text. It is copied into an agency's own templates when it is first used, and never
 * changed: another wording is another version.
 */
export const travelService1 = {
  kind: 'travel-service',
  version: 1,
  validFrom: '2026-01-01',
  body: `旅游服务合同
合同编号：{{number}}

甲方（旅游者）：{{customer}}
乙方（旅行社）：{{agency.zh}}（{{branch.zh}}）

甲乙双方依照《中华人民共和国民法典》《中华人民共和国旅游法》及有关规定，就甲方参加乙方组织的旅游活动，自愿订立本合同。

第一条 旅游产品
产品名称：{{product.zh}}
团号：{{groupNumber}}
订单编号：{{orderNumber}}
出发日期：{{departsOn}}；返回日期：{{returnsOn}}；共 {{days}} 天
出行人数：{{heads}} 人

第二条 行程安排
{{#if plan}}
{{plan.title.zh}}
{{#each plan.days}}
第 {{day}} 天：{{zh}}
{{/each}}
{{else}}
以乙方出团前提供并经甲方确认的旅游行程单为准，行程单为本合同的组成部分。
{{/if}}

第三条 旅游费用
旅游费用总额：{{price.figures}}
大写：{{price.capitals}}

第四条 付款
甲方按订单 {{orderNumber}} 的付款计划付款：一次付清，或先付定金、再付尾款。首笔款项到账后，预订确认；尾款应于出发前按付款计划付清。

第五条 变更与解除
甲方可在行程开始前将合同权利义务转让给第三人，因此增加的费用由甲方和第三人承担（《旅游法》第六十四条）。
甲方在行程结束前解除合同的，乙方在扣除必要的费用后，将余款退还甲方（《旅游法》第六十五条）。必要费用的扣除按乙方公示的、甲方下单时有效的退改规则计算。
因未达到约定人数不能出团的，按《旅游法》第六十三条处理。
因不可抗力或乙方、履行辅助人已尽合理注意义务仍不能避免的事件影响行程的，按《旅游法》第六十七条处理。

第六条 双方的权利与义务
乙方应按约定提供交通、住宿、餐饮、游览等服务，不得强迫购物；甲方应如实提供与旅游活动相关的个人信息，遵守安全警示规定。

第七条 争议解决
双方发生争议的，可协商解决，也可向旅游投诉受理机构或消费者协会申请调解，或依法提起诉讼。

第八条 签署
本合同以电子方式签署。甲方通过乙方发送的专用链接阅读全文、填写姓名并确认后，合同成立。本合同以中文文本为准，英文供参考。
生成日期：{{date}}

————————————————

TRAVEL SERVICE CONTRACT
Contract number: {{number}}

Party A (traveller): {{customer}}
Party B (travel agency): {{agency.en}} ({{branch.en}})

Under the Civil Code and the Tourism Law of the People's Republic of China the parties agree of their own free will on Party A's participation in a trip organised by Party B.

Article 1 The trip
Product: {{product.en}}
Group number: {{groupNumber}}
Order number: {{orderNumber}}
Departure: {{departsOn}}; return: {{returnsOn}}; {{days}} days
Travellers: {{heads}}

Article 2 Itinerary
{{#if plan}}
{{plan.title.en}}
{{#each plan.days}}
Day {{day}}: {{en}}
{{/each}}
{{else}}
As in the itinerary that Party B provides before departure and Party A confirms; it is part of this contract.
{{/if}}

Article 3 Price
Total price: {{price.figures}}
In Chinese capital numerals: {{price.capitals}}

Article 4 Payment
Party A pays by the payment schedule of order {{orderNumber}}: the full amount at once, or deposit and balance. The booking is confirmed when the first payment has been received; a balance is paid before departure by that schedule.

Article 5 Change and termination
Before the trip begins Party A may transfer the contract to a third person, who bears the additional cost together with Party A (Tourism Law, art. 64).
If Party A terminates the contract before the end of the trip, Party B refunds the price less the necessary costs (Tourism Law, art. 65), computed by Party B's published cancellation policy in force when the order was placed.
If the group does not reach its agreed minimum, art. 63 of the Tourism Law applies; for force majeure and events that reasonable care cannot avoid, art. 67.

Article 6 Rights and duties
Party B provides the agreed transport, lodging, meals and sightseeing and forces nobody to shop. Party A gives true personal information as far as the trip needs it, and follows safety rules.

Article 7 Disputes
Disputes are settled by negotiation, by mediation of the tourism complaint office or the consumers' association, or in court.

Article 8 Signature
This contract is signed electronically: it is concluded when Party A has read it through the link sent by Party B, entered a name and confirmed. The Chinese text prevails; the English text is for reference.
Generated on: {{date}}
`,
} as const;
