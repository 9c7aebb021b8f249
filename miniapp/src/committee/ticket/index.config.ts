export default definePageConfig({ navigationBarTitleText: '转求助' });
