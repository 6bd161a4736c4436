/** A travel guide of the demo. */
export interface DemoArticle {
  readonly kind: 'guide' | 'news';
  readonly title: { readonly zh: string; readonly en: string };
  readonly body: { readonly zh: string; readonly en: string };
  readonly country: string;
  readonly city: string;
  /** Of the demo's pictures: the name of its file, and what it shows. */
  readonly picture: string;
  readonly alt: { readonly zh: string; readonly en: string };
}

/** What customers of the first agency read before they go. */
export const articles: readonly DemoArticle[] = [
  {
    kind: 'guide',
    title: { zh: '黄山：在山上住一晚再看日出', en: 'Huangshan: stay the night, then see the sun rise' },
    body: {
      zh: `黄山在安徽省南部，1990 年列入世界遗产名录，既是文化遗产也是自然遗产。最高的莲花峰海拔 1864 米，与天都峰轮流封闭养护，去之前看一下当季开放的是哪一座。

想看日出就要住在山上。北海、西海和光明顶一带都有酒店，旺季须早订。光明顶、清凉台和狮子峰是看日出的老地方，天亮前半小时到比较从容。

云海多在雨雪之后、天气转晴时出现，11 月到次年 5 月机会更多。山上比山脚冷得多，风也大，夏天也要带外套；冬天台阶可能结冰，景区会提供或出售防滑鞋套。

缆车可以省去大部分上山的路，但山上景点之间仍要走石阶。轻装上山，把大件行李留在山下；膝盖不好的话，带一根登山杖。`,
      en: `Huangshan stands in the south of Anhui. It has been on the World Heritage List since 1990, both for its culture and for its nature. Lotus Peak, the highest, reaches 1,864 metres; it and Celestial Capital Peak are closed in turn to recover, so look up which of them is open.

To see the sun rise you need to sleep on the mountain. There are hotels around Beihai, Xihai and Bright Top; book early in the high season. Bright Top, the Refreshing Terrace and Lion Peak are the old places for it: be there half an hour before dawn.

The sea of clouds comes mostly when it clears after rain or snow, more often between November and May. It is far colder and windier up there than at the foot: bring a jacket even in summer. In winter the steps can be icy, and grips for shoes are handed out or sold.

Cable cars take you most of the way up, but between the sights you still walk on stone steps. Go up light and leave large luggage below; if your knees trouble you, take a stick.`,
    },
    ...{ country: 'CN', city: '黄山', picture: 'huangshan' },
    alt: { zh: '云海上的黄山山峰', en: 'Peaks of Huangshan above the clouds' },
  },
  {
    kind: 'guide',
    title: { zh: '桂林到阳朔：坐船看漓江', en: 'From Guilin to Yangshuo: the Li river by boat' },
    body: {
      zh: `桂林到阳朔这一段漓江约 83 公里，是喀斯特峰林最密的一段。游船顺流而下约四个小时，上午开船，中午在船上用餐，下午到阳朔。

最有名的一段在杨堤到兴坪之间，九马画山就在这里。兴坪附近的江湾印在第五套人民币二十元纸币的背面，带一张去比一比。

四月到八月雨水多，山间常有雾，水位也高；秋天天晴，适合骑车。冬季水位低，游船的航段有时会调整，订票时问清楚。

阳朔的遇龙河是漓江的支流，水浅，桥多，适合坐竹筏或沿河骑车。西街晚上热闹，想安静的话住在遇龙河边的村子里。`,
      en: `Between Guilin and Yangshuo the Li flows some 83 kilometres through the densest of its karst hills. Boats go downstream for about four hours: they leave in the morning, lunch is on board, and you are in Yangshuo in the afternoon.

The best-known stretch lies between Yangdi and Xingping, with the Nine Horse Fresco Hill. The bend near Xingping is on the back of the twenty-yuan note of the fifth series: bring one and compare.

From April to August there is much rain, mist between the hills and high water; autumn is clear and good for cycling. In winter the river is low and boats sometimes sail a shorter stretch, so ask when you book.

The Yulong at Yangshuo flows into the Li. It is shallow and has many old bridges: take a bamboo raft, or cycle along it. West Street is lively at night; for quiet, stay in a village by the Yulong.`,
    },
    ...{ country: 'CN', city: '桂林', picture: 'guilin' },
    alt: { zh: '漓江边的喀斯特山峰与竹筏', en: 'Karst hills and a raft on the Li river' },
  },
];
