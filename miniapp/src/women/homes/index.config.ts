export default definePageConfig({ navigationBarTitleText: '找娘家' });
