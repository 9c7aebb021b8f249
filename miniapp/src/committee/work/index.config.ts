export default definePageConfig({
  navigationBarTitleText: '执委工作',
  enablePullDownRefresh: true,
});
