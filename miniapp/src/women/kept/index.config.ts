export default definePageConfig({
  navigationBarTitleText: '服务',
  visualEffectInBackground: 'hidden',
});
