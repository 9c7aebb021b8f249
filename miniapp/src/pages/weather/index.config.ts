export default definePageConfig({ navigationBarTitleText: '天气小常识' });
