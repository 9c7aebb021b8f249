export default definePageConfig({ navigationBarTitleText: '选乡镇' });
