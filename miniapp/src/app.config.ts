import { themed } from './platform/theme';

const speech = process.env.TARO_APP_SPEECH;

export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/activities/index',
    'pages/jobs/index',
    'pages/mine/index',
    'pages/weather/index',
  ],
  subPackages: [
    {
      root: 'women',
      pages: [
        'homes/index',
        'town/index',
        'womens-home/index',
        'ask/index',
        'asked/index',
        'claim/index',
        'activity/index',
        'job/index',
        'registrations/index',
        'bookings/index',
        'inbox/index',
        'kept/index',
        'sessions/index',
        'my-data/index',
        'leave/index',
      ],
    },
    {
      root: 'staff',
      pages: [
        'sign-in/index',
        'desk/index',
        'case-ticket/index',
        'womens-homes/index',
        'womens-home/index',
        'activities/index',
        'activity/index',
        'jobs/index',
        'job/index',
        'job-bookings/index',
      ],
    },
  ],
  window: {
    navigationStyle: 'default',
    navigationBarTitleText: '近邻娘家',
    navigationBarBackgroundColor: themed('navBackground', '#F7F4F0'),
    navigationBarTextStyle: themed('navText', 'black'),
    backgroundColor: themed('pageBackground', '#F7F4F0'),
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    color: themed('tabText', '#6F665F'),
    selectedColor: themed('tabSelected', '#B3261C'),
    backgroundColor: themed('tabBackground', '#FFFFFF'),
    borderStyle: themed('tabBorder', 'black') as 'black',
    list: [
      {
        pagePath: 'pages/home/index',
        text: '首页',
        iconPath: themed('iconHome', 'assets/tab/home.png'),
        selectedIconPath: themed('iconHomeOn', 'assets/tab/home-on.png'),
      },
      {
        pagePath: 'pages/activities/index',
        text: '活动',
        iconPath: themed('iconActivity', 'assets/tab/activity.png'),
        selectedIconPath: themed('iconActivityOn', 'assets/tab/activity-on.png'),
      },
      {
        pagePath: 'pages/jobs/index',
        text: '妈妈岗',
        iconPath: themed('iconJob', 'assets/tab/job.png'),
        selectedIconPath: themed('iconJobOn', 'assets/tab/job-on.png'),
      },
      {
        pagePath: 'pages/mine/index',
        text: '我的',
        iconPath: themed('iconMine', 'assets/tab/mine.png'),
        selectedIconPath: themed('iconMineOn', 'assets/tab/mine-on.png'),
      },
    ],
  },
  ...(speech && { plugins: { WechatSI: { version: speech, provider: 'wx069ba97219f66d99' } } }),
  lazyCodeLoading: 'requiredComponents',
  requiredPrivateInfos: ['getFuzzyLocation'],
  permission: { 'scope.userFuzzyLocation': { desc: '用来找离您最近的妇女之家' } },
  darkmode: true,
  themeLocation: 'theme.json',
  sitemapLocation: 'sitemap.json',
});
