import { inTwoLanguages, may, must, type Column } from '@yitu/imports';
import type { Texts } from '@yitu/kernel';
import { kinds, productKinds } from '../products/kinds.ts';

const kindNames: Readonly<Record<string, Texts>> = Object.fromEntries(
  productKinds.map((kind) => [kind, kinds[kind].name]),
);

/** The price of a category of travellers: an entry of the departure's prices. */
const price = (travellerCategory: string, zh: string, en: string): Column =>
  may('/prices', zh, en, 'amount', { entry: { travellerCategory } });

export const productColumns: readonly Column[] = [
  must('/code', '产品编号', 'Product code'),
  must('/kind', '产品类型', 'Kind', 'word', { words: kindNames }),
  ...inTwoLanguages(must, '/name', '名称', 'Name'),
  ...inTwoLanguages(must, '/summary', '简介', 'Summary'),
  must('/destinationCountry', '目的地国家', 'Country'),
  must('/destinationCity', '目的地城市', 'City'),
  must('/days', '天数', 'Days', 'integer'),
  may('/themes', '主题', 'Themes', 'list'),
  ...inTwoLanguages(may, '/description', '详细介绍', 'Description'),
  may('/inclusions', '费用包含', 'Inclusions', 'texts'),
  may('/exclusions', '费用不含', 'Exclusions', 'texts'),
  may('/notes', '注意事项', 'Notes', 'texts'),
  may('/details/lodgingClass', '住宿等级', 'Lodging class'),
  may('/details/transport', '交通方式', 'Transport', 'list'),
  may('/details/nights', '晚数', 'Nights', 'integer'),
  ...inTwoLanguages(may, '/details/meetingPoint', '集合地点', 'Meeting point'),
  may('/details/roomTypes', '房型', 'Room types', 'texts'),
  may('/details/checkInFrom', '入住时间', 'Check-in from'),
  may('/details/checkOutUntil', '退房时间', 'Check-out until'),
  may('/details/from', '出发地', 'From'),
  may('/details/to', '到达地', 'To'),
  may('/details/carrier', '承运人', 'Carrier'),
  may('/details/serviceNumber', '班次', 'Service number'),
  may('/details/travelClass', '舱位席别', 'Travel class'),
  ...inTwoLanguages(may, '/details/venue', '景点', 'Venue'),
  may('/details/validDays', '有效天数', 'Valid days', 'integer'),
  may('/details/vehicleClass', '车型', 'Vehicle class'),
  may('/details/vehicleSeats', '座位数', 'Vehicle seats', 'integer'),
  may('/details/withDriver', '含司机', 'With driver', 'boolean'),
  may('/details/visaType', '签证类型', 'Visa type'),
  may('/details/entries', '入境次数', 'Entries'),
  may('/details/stayDays', '停留天数', 'Stay days', 'integer'),
  may('/details/processingDays', '办理工作日', 'Processing days', 'integer'),
  may('/details/insurer', '承保公司', 'Insurer'),
  may('/details/coverage/amount', '保额', 'Coverage', 'amount'),
  may('/details/coverage/currency', '保额币种', 'Coverage currency'),
  may('/details/soldPer', '计价单位', 'Sold per'),
];

export const departureColumns: readonly Column[] = [
  must('/groupNumber', '团号', 'Group number'),
  must('/productCode', '产品编号', 'Product code'),
  must('/departsOn', '出发日期', 'Departs on', 'date'),
  must('/returnsOn', '返回日期', 'Returns on', 'date'),
  must('/capacity', '名额', 'Capacity', 'integer'),
  must('/currency', '币种', 'Currency'),
  may('/minimumGroup', '最低成团人数', 'Minimum group', 'integer'),
  may('/cutOffDays', '截止收客天数', 'Cut-off days', 'integer'),
  may('/timeZone', '时区', 'Time zone'),
  may('/operatingBranch', '操作分支', 'Operating branch'),
  price('adult', '成人价', 'Adult price'),
  price('child-with-bed', '儿童占床价', 'Child with bed price'),
  price('child-without-bed', '儿童不占床价', 'Child without bed price'),
  price('infant', '婴儿价', 'Infant price'),
  price('single-supplement', '单房差', 'Single supplement'),
];
