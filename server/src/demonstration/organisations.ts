import type {
  EstablishmentMode,
  FederationKind,
  FederationLevel,
  FederationSector,
  PartnerUnit,
  WomensHomeKind,
} from '@niangjia/shared';

export interface Organisation {
  name: string;
  /** Name of the federation above it, which stands before it here or is a place's. */
  under: string;
  /** The town near whose centre it is put. */
  town: string;
  kind?: FederationKind;
  sector: FederationSector;
  level?: FederationLevel;
  mode?: EstablishmentMode;
  partners?: PartnerUnit[];
  /** The home that it keeps, if any. */
  home?: WomensHomeKind;
}

const members = (...names: string[]): PartnerUnit[] =>
  names.map((name) => ({ name, role: 'member' }));

const base = '霞美片区产业基地妇联';
const nanan = '南安市妇联';

const inTheBase = (name: string, home: WomensHomeKind): Organisation => ({
  name,
  under: base,
  town: '霞美镇',
  sector: 'enterprise',
  home,
});

const microHome = (name: string, sector: FederationSector = 'enterprise'): Organisation => ({
  ...inTheBase(`${name}妇女微家`, 'micro_home'),
  kind: 'micro_home',
  sector,
});

const chamber = (city: string): Organisation => ({
  name: `${city}南安商会妇联`,
  under: nanan,
  town: '溪美街道',
  sector: 'chamber',
});

const station = (
  under: string,
  town: string,
  level: FederationLevel,
  name = `${under.replace(/妇联$/, '')}执委工作站`,
): Organisation => ({
  name,
  under,
  town,
  level,
  kind: 'work_station',
  sector: level === 'unit' ? 'enterprise' : 'place',
  home: 'committee_station',
});

/** Named by the articles that the product is drawn from. The five boards' names are made up. */
export const organisations: Organisation[] = [
  {
    name: base,
    under: '霞美镇妇联',
    town: '霞美镇',
    sector: 'park',
    mode: 'joint',
    partners: members('光电信息产业基地', '滨江机械装备制造基地'),
    home: 'family_station',
  },
  inTheBase('阳光中科妇联', 'nursing_room'),
  inTheBase('成辉国际妇联', 'after_school'),
  inTheBase('特易通电子妇联', 'reading_room'),
  microHome('台源养生科技'),
  microHome('金霞生物科技'),
  microHome('美团外卖霞美站'),
  microHome('福建省工程机械行业协会', 'social_organisation'),
  microHome('裕远包袋'),
  {
    name: '福建省弘一石业有限公司妇联',
    under: '水头镇妇联',
    town: '水头镇',
    sector: 'enterprise',
    mode: 'joint',
    partners: members('石材板块', '建筑板块', '贸易板块', '物流板块', '文旅板块'),
    home: 'childrens_home',
  },
  {
    name: '中国水暖城妇联',
    under: '仑苍镇妇联',
    town: '仑苍镇',
    sector: 'park',
    home: 'rights_station',
  },
  {
    name: '省新镇海西园区妇联',
    under: '省新镇妇联',
    town: '省新镇',
    sector: 'park',
    home: 'parents_school',
  },
  {
    name: '泉州芯谷南安分园区妇联',
    under: '石井镇妇联',
    town: '石井镇',
    sector: 'park',
    home: 'counselling_room',
  },
  {
    name: '协进建材妇联',
    under: '官桥镇妇联',
    town: '官桥镇',
    sector: 'enterprise',
    home: 'left_behind_children_station',
  },
  {
    name: '泉州滨海医院妇联',
    under: nanan,
    town: '水头镇',
    sector: 'system',
    home: 'nursing_room',
  },
  chamber('常州'),
  chamber('北京'),
  chamber('长沙'),
  station(nanan, '溪美街道', 'county'),
  station(nanan, '柳城街道', 'county', '南安市民服务中心执委工作站'),
  station('霞美镇妇联', '霞美镇', 'town'),
  station('溪美街道妇联', '溪美街道', 'town'),
  station('水头镇妇联', '水头镇', 'town'),
  station('官桥镇妇联', '官桥镇', 'town'),
  station('洪濑镇妇联', '洪濑镇', 'town'),
  station('阳光中科妇联', '霞美镇', 'unit'),
  station('福建省弘一石业有限公司妇联', '水头镇', 'unit'),
  station('中国水暖城妇联', '仑苍镇', 'unit'),
  station('省新镇海西园区妇联', '省新镇', 'unit'),
  station('泉州芯谷南安分园区妇联', '石井镇', 'unit'),
];
