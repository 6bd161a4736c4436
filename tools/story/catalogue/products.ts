/** A product of the demo's catalogue. */
export interface DemoProduct {
  /** Of its picture, and of its group numbers. */
  readonly code: string;
  readonly kind: 'package-tour' | 'independent-travel' | 'day-trip';
  readonly name: { readonly zh: string; readonly en: string };
  readonly summary: { readonly zh: string; readonly en: string };
  readonly description: { readonly zh: string; readonly en: string };
  /** What its picture shows. */
  readonly alt: { readonly zh: string; readonly en: string };
  readonly country: string;
  readonly city: string;
  readonly days: number;
  readonly themes: readonly string[];
  readonly lodging?: 'economy' | 'comfort' | 'upscale' | 'luxury';
  readonly transport: readonly ('coach' | 'flight' | 'high-speed-rail' | 'ferry')[];
  /** Of an adult, in yuan; children pay four fifths with a bed and half without. */
  readonly yuan: number;
  /** Days from today on which groups leave. */
  readonly leavesIn: readonly number[];
}

/** What the products' cities are called. */
export const cities = [
  { city: '黄山', name: { zh: '黄山', en: 'Huangshan' } },
  { city: '桂林', name: { zh: '桂林', en: 'Guilin' } },
  { city: '三亚', name: { zh: '三亚', en: 'Sanya' } },
  { city: '西安', name: { zh: '西安', en: "Xi'an" } },
  { city: '哈尔滨', name: { zh: '哈尔滨', en: 'Harbin' } },
  { city: '敦煌', name: { zh: '敦煌', en: 'Dunhuang' } },
  { city: '北京', name: { zh: '北京', en: 'Beijing' } },
  { city: '京都', name: { zh: '京都', en: 'Kyoto' } },
  { city: '巴厘岛', name: { zh: '巴厘岛', en: 'Bali' } },
  { city: '香港', name: { zh: '香港', en: 'Hong Kong' } },
];

/** What the first agency of the demo sells. */
export const products: readonly DemoProduct[] = [
  {
    code: 'huangshan',
    kind: 'package-tour',
    name: { zh: '黄山云海四日游', en: 'Huangshan, four days above the clouds' },
    summary: {
      zh: '山上住一晚，看日出云海，走西海大峡谷。',
      en: 'A night on the summit, sunrise over the clouds, the West Sea canyon.',
    },
    description: {
      zh: '第一天乘高铁到黄山北，游屯溪老街。第二天上山，住北海。第三天看日出，走西海大峡谷后下山。第四天游宏村返程。',
      en: 'Day 1 by high-speed rail to Huangshan North and the old street of Tunxi. Day 2 up the mountain, a night at Beihai. Day 3 sunrise and the West Sea canyon. Day 4 the village of Hongcun, and home.',
    },
    alt: { zh: '云海上的黄山山峰', en: 'Peaks of Huangshan above the clouds' },
    ...{ country: 'CN', city: '黄山', days: 4, themes: ['mountains', 'nature'], lodging: 'comfort' },
    ...{ transport: ['high-speed-rail', 'coach'], yuan: 2_680, leavesIn: [9, 23, 44] },
  },
  {
    code: 'guilin',
    kind: 'package-tour',
    name: { zh: '桂林阳朔三日游', en: 'Guilin and Yangshuo, three days' },
    summary: {
      zh: '漓江游船、遇龙河骑行、阳朔西街。',
      en: 'By boat down the Li, by bicycle along the Yulong, an evening in Yangshuo.',
    },
    description: {
      zh: '第一天到桂林，游象鼻山。第二天漓江游船到阳朔，傍晚逛西街。第三天沿遇龙河骑行后返程。',
      en: 'Day 1 Guilin and Elephant Trunk Hill. Day 2 down the Li river to Yangshuo. Day 3 by bicycle along the Yulong, and home.',
    },
    alt: { zh: '漓江边的喀斯特山峰与竹筏', en: 'Karst hills and a raft on the Li river' },
    ...{ country: 'CN', city: '桂林', days: 3, themes: ['nature', 'family'], lodging: 'comfort' },
    ...{ transport: ['high-speed-rail', 'coach'], yuan: 1_980, leavesIn: [6, 13, 27, 41] },
  },
  {
    code: 'sanya',
    kind: 'independent-travel',
    name: { zh: '三亚海滨五日自由行', en: 'Sanya by the sea, five days on your own' },
    summary: {
      zh: '亚龙湾海景酒店四晚，含往返机票和接送机。',
      en: 'Four nights on Yalong Bay with flights and transfers.',
    },
    description: {
      zh: '住亚龙湾海景房四晚，含早餐、往返机票、接送机。行程自由安排，可加订蜈支洲岛一日游。',
      en: 'Four nights with breakfast in a sea-view room on Yalong Bay, flights and transfers. The days are your own; Wuzhizhou island can be added.',
    },
    alt: { zh: '三亚的椰树与海滩', en: 'Palms on a beach in Sanya' },
    ...{ country: 'CN', city: '三亚', days: 5, themes: ['beach', 'island', 'family'], lodging: 'upscale' },
    ...{ transport: ['flight'], yuan: 4_280, leavesIn: [10, 20, 30, 60] },
  },
  {
    code: 'xian',
    kind: 'package-tour',
    name: { zh: '西安古都四日游', en: "Xi'an, the old capital, four days" },
    summary: {
      zh: '兵马俑、城墙、大雁塔，夜游大唐不夜城。',
      en: 'The terracotta army, the city wall, the pagoda, and an evening in Tang style.',
    },
    description: {
      zh: '第一天到西安，登城墙。第二天游兵马俑和华清宫。第三天游陕西历史博物馆、大雁塔。第四天自由活动后返程。',
      en: "Day 1 Xi'an and the city wall. Day 2 the terracotta army and Huaqing palace. Day 3 the history museum and the Great Wild Goose Pagoda. Day 4 at leisure, and home.",
    },
    alt: { zh: '夕阳下的大雁塔与城墙', en: 'The pagoda and the city wall at sunset' },
    ...{ country: 'CN', city: '西安', days: 4, themes: ['history', 'culture'], lodging: 'comfort' },
    ...{ transport: ['high-speed-rail', 'coach'], yuan: 2_380, leavesIn: [12, 26, 40] },
  },
  {
    code: 'harbin',
    kind: 'package-tour',
    name: { zh: '哈尔滨冰雪五日游', en: 'Harbin, ice and snow, five days' },
    summary: {
      zh: '冰雪大世界、雪乡住一晚、亚布力滑雪。',
      en: 'The ice festival, a night in Snow Town, skiing at Yabuli.',
    },
    description: {
      zh: '第一天到哈尔滨，逛中央大街。第二天游冰雪大世界。第三天去雪乡，住一晚。第四天亚布力滑雪。第五天返程。',
      en: 'Day 1 Harbin. Day 2 the ice festival. Day 3 Snow Town, with a night there. Day 4 skiing at Yabuli. Day 5 home.',
    },
    alt: { zh: '夜色中的冰雕城堡', en: 'A castle of ice at night' },
    ...{ country: 'CN', city: '哈尔滨', days: 5, themes: ['snow', 'family'], lodging: 'comfort' },
    ...{ transport: ['flight', 'coach'], yuan: 3_960, leavesIn: [25, 35, 48] },
  },
  {
    code: 'dunhuang',
    kind: 'package-tour',
    name: { zh: '敦煌丝路六日游', en: 'Dunhuang and the Silk Road, six days' },
    summary: {
      zh: '莫高窟、鸣沙山月牙泉、嘉峪关、张掖丹霞。',
      en: 'The Mogao caves, the singing dunes, Jiayuguan, the coloured hills of Zhangye.',
    },
    description: {
      zh: '第一天到敦煌。第二天游莫高窟。第三天游鸣沙山、月牙泉。第四天去嘉峪关。第五天游张掖丹霞。第六天返程。',
      en: 'Day 1 Dunhuang. Day 2 the Mogao caves. Day 3 the dunes and Crescent Spring. Day 4 Jiayuguan. Day 5 Zhangye. Day 6 home.',
    },
    alt: { zh: '沙丘上的驼队', en: 'Camels on the dunes' },
    ...{ country: 'CN', city: '敦煌', days: 6, themes: ['history', 'desert'], lodging: 'comfort' },
    ...{ transport: ['flight', 'coach'], yuan: 4_880, leavesIn: [18, 46] },
  },
  {
    code: 'beijing',
    kind: 'day-trip',
    name: { zh: '慕田峪长城一日游', en: 'The Great Wall at Mutianyu, a day' },
    summary: { zh: '上午出发，缆车上下，不进购物店。', en: 'By cable car, and no shopping stops.' },
    description: {
      zh: '早上八点集合，乘大巴去慕田峪，缆车上山，午餐后返回，下午五点左右到市区。',
      en: 'Meeting at eight, by coach to Mutianyu, up by cable car, lunch, and back in town at about five.',
    },
    alt: { zh: '山间的长城', en: 'The Great Wall in the hills' },
    ...{ country: 'CN', city: '北京', days: 1, themes: ['history', 'family'] },
    ...{ transport: ['coach'], yuan: 398, leavesIn: [2, 4, 7, 9, 14, 21] },
  },
  {
    code: 'kyoto',
    kind: 'package-tour',
    name: { zh: '日本京都大阪六日游', en: 'Kyoto and Osaka, six days' },
    summary: {
      zh: '清水寺、岚山、奈良，住一晚温泉旅馆。',
      en: 'Kiyomizu, Arashiyama and Nara, with a night at a hot-spring inn.',
    },
    description: {
      zh: '第一天飞大阪。第二、三天游京都。第四天游奈良，住温泉旅馆。第五天大阪自由活动。第六天返程。',
      en: 'Day 1 to Osaka. Days 2 and 3 Kyoto. Day 4 Nara and a hot-spring inn. Day 5 Osaka at leisure. Day 6 home.',
    },
    alt: { zh: '湖边的鸟居与雪山', en: 'A torii by a lake and a mountain with snow' },
    ...{ country: 'JP', city: '京都', days: 6, themes: ['culture', 'hot-spring'], lodging: 'upscale' },
    ...{ transport: ['flight', 'high-speed-rail'], yuan: 7_680, leavesIn: [32, 53, 74] },
  },
  {
    code: 'bali',
    kind: 'independent-travel',
    name: { zh: '巴厘岛六日自由行', en: 'Bali, six days on your own' },
    summary: {
      zh: '乌布两晚、海边三晚，含专车一日游。',
      en: 'Two nights in Ubud, three by the sea, a day with a car and driver.',
    },
    description: {
      zh: '乌布住两晚，海边住三晚，含往返机票、接送机和一天专车游览德格拉朗梯田。',
      en: 'Two nights in Ubud and three by the sea, flights, transfers, and a day with car and driver to the terraces of Tegallalang.',
    },
    alt: { zh: '日出时的梯田', en: 'Rice terraces at sunrise' },
    ...{ country: 'ID', city: '巴厘岛', days: 6, themes: ['beach', 'island', 'nature'], lodging: 'upscale' },
    ...{ transport: ['flight'], yuan: 6_280, leavesIn: [36, 57] },
  },
  {
    code: 'hongkong',
    kind: 'package-tour',
    name: { zh: '香港三日游', en: 'Hong Kong, three days' },
    summary: {
      zh: '太平山夜景、维港游船、离岛半日。',
      en: 'The Peak at night, the harbour by boat, half a day on an island.',
    },
    description: {
      zh: '第一天高铁到西九龙，夜游太平山。第二天维港游船、中环。第三天大澳渔村后返程。',
      en: 'Day 1 by high-speed rail to West Kowloon and the Peak at night. Day 2 the harbour and Central. Day 3 the fishing village of Tai O, and home.',
    },
    alt: { zh: '维多利亚港夜景', en: 'Victoria Harbour at night' },
    ...{ country: 'HK', city: '香港', days: 3, themes: ['city', 'family'], lodging: 'comfort' },
    ...{ transport: ['high-speed-rail', 'ferry'], yuan: 2_980, leavesIn: [8, 15, 29, 43] },
  },
];
