export default definePageConfig({
  navigationBarTitleText: '服务',
  navigationBarBackgroundColor: '#F3F5F7',
  visualEffectInBackground: 'hidden',
});
