export default definePageConfig({ navigationBarTitleText: '登录的地方' });
