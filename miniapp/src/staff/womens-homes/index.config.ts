export default definePageConfig({ navigationBarTitleText: '妇女之家' });
