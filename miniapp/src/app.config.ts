export default defineAppConfig({
  pages: ['pages/home/index', 'pages/mine/index', 'pages/weather/index'],
  window: {
    navigationStyle: 'default',
    navigationBarTitleText: '近邻娘家',
    navigationBarBackgroundColor: '@navBackground',
    navigationBarTextStyle: '@navText' as 'black',
    backgroundColor: '@pageBackground',
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    color: '@tabText',
    selectedColor: '@tabSelected',
    backgroundColor: '@tabBackground',
    borderStyle: '@tabBorder' as 'black',
    list: [
      {
        pagePath: 'pages/home/index',
        text: '首页',
        iconPath: 'assets/tab/home.png',
        selectedIconPath: 'assets/tab/home-on.png',
      },
      {
        pagePath: 'pages/mine/index',
        text: '我的',
        iconPath: 'assets/tab/mine.png',
        selectedIconPath: 'assets/tab/mine-on.png',
      },
    ],
  },
  lazyCodeLoading: 'requiredComponents',
  requiredPrivateInfos: ['getFuzzyLocation'],
  permission: { 'scope.userFuzzyLocation': { desc: '用来找离您最近的妇女之家' } },
  darkmode: true,
  themeLocation: 'theme.json',
  sitemapLocation: 'sitemap.json',
});
