import { Text } from '@tarojs/components';
import { Button } from '@/components/button';
import { Note } from '@/components/note';
import type { Waiting } from '@/features/visit/field';
import { goToTab } from '@/platform/navigate';
import { SealedWork } from './unsent/sealed-work';

/** The service said that her post has ended: what became of all that stood here. */
export function PostOver({ waiting: { count, sealed, sealedRefused } }: { waiting: Waiting }) {
  const unsealed = count - sealed;
  return (
    <>
      <Note tone="warn" title="您的执委任职结束了。">
        <Text>名单、走访和没写完的草稿，已从这部手机清掉。任职有误，请联系妇联。</Text>
      </Note>
      {count === 0 && <Note tone="ok" title="您记的都传上去了。" />}
      <SealedWork sealed={sealed} refused={sealedRefused} />
      {unsealed > 0 && (
        <Note
          tone="error"
          title={`有 ${unsealed} 条没法封存，还在手机里，没有删。清一清微信的空间，再打开。`}
        />
      )}
      <Button onTap={() => goToTab('/pages/mine/index')}>好了</Button>
    </>
  );
}
