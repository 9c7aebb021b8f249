export default definePageConfig({ navigationBarTitleText: '妈妈岗' });
