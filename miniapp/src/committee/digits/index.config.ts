export default definePageConfig({ navigationBarTitleText: '抄数字' });
