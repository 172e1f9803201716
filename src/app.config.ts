export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/tickets/index',
    'pages/messages/index',
    'pages/me/index',
    'pages/report/index',
    'pages/report-done/index',
    'pages/ticket/index',
    'pages/rate/index',
    'pages/reception/index',
    'pages/bookings/index',
  ],
  subPackages: [
    {
      root: 'workbench',
      pages: [
        'home/index',
        'ticket/index',
        'docket/index',
        'sign-sheet/index',
        'intake/index',
        'routing/index',
        'reception/index',
        'desk/index',
        'brief/index',
        'schedule/index',
      ],
    },
    { root: 'open', pages: ['schedule/index', 'screen/index'] },
  ],
  // Only what a page uses is run when it opens (platform.md).
  lazyCodeLoading: 'requiredComponents',
  requiredPrivateInfos: ['chooseLocation'],
  permission: { 'scope.userLocation': { desc: '用来标出您反映的事情在哪里' } },
  __usePrivacyCheck__: true,
  // WeChat for PC opens a window that can be made wide: the workbench's desktop layout is for it too.
  resizable: true,
  window: {
    navigationBarTitleText: '民声',
    navigationBarBackgroundColor: '#ffffff',
    navigationBarTextStyle: 'black',
    backgroundColor: '#f3f6f7',
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    color: '#46555b',
    selectedColor: '#0b5f6e',
    backgroundColor: '#ffffff',
    borderStyle: 'black',
    list: [
      {
        pagePath: 'pages/home/index',
        text: '首页',
        iconPath: 'assets/home.png',
        selectedIconPath: 'assets/home-on.png',
      },
      {
        pagePath: 'pages/tickets/index',
        text: '我的事项',
        iconPath: 'assets/list.png',
        selectedIconPath: 'assets/list-on.png',
      },
      {
        pagePath: 'pages/messages/index',
        text: '消息',
        iconPath: 'assets/bell.png',
        selectedIconPath: 'assets/bell-on.png',
      },
      {
        pagePath: 'pages/me/index',
        text: '我的',
        iconPath: 'assets/person.png',
        selectedIconPath: 'assets/person-on.png',
      },
    ],
  },
})
