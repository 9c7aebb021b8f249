export default definePageConfig({ navigationBarTitleText: '未上传' });
