export default definePageConfig({ navigationBarTitleText: '写转介单' });
