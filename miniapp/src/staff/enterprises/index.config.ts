export default definePageConfig({ navigationBarTitleText: '重点筹建清单' });
