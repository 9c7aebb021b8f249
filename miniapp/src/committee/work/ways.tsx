import { View } from '@tarojs/components';
import { linkLimits } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Cell } from '@/components/cell';
import { goTo } from '@/platform/navigate';
import type { Field } from '../field-page';

/** Beside the number, never instead of it: nobody is measured by it. */
export const howMany = (women: number): string => {
  const short = linkLimits.suggestedLinks - women;
  return short > 0
    ? `${women} 位，还差 ${short} 位到 ${linkLimits.suggestedLinks} 位`
    : `${women} 位`;
};

export const Ways = ({ field: { women, visits, waiting } }: { field: Field }) => (
  <View className="stack">
    <Button onTap={() => goTo('/committee/visit/index')}>记走访</Button>
    <Cell
      title="我的联系户"
      facts={[howMany(women.length)]}
      onTap={() => goTo('/committee/women/index')}
    />
    <Cell
      title="走访记录"
      facts={[`手机里有 ${visits.length} 次`]}
      onTap={() => goTo('/committee/visits/index')}
    />
    <Cell
      title="台账"
      facts={['您管的网格，要联网看']}
      onTap={() => goTo('/committee/ledger/index')}
    />
    <Cell
      title="未上传"
      facts={[waiting.count > 0 ? `${waiting.count} 条` : '没有']}
      onTap={() => goTo('/committee/unsent/index')}
    />
    <Button look="text" onTap={() => goTo('/committee/sign-out/index')}>
      退出登录
    </Button>
  </View>
);
