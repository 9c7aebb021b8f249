import { themed } from '../../platform/theme';

export default definePageConfig({
  navigationBarTitleText: '服务',
  navigationBarBackgroundColor: themed('helpBackground', '#F3F5F7'),
  backgroundColor: themed('helpBackground', '#F3F5F7'),
  visualEffectInBackground: 'hidden',
});
