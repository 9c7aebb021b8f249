import { Text } from '@tarojs/components';
import { Button } from '@/components/button';
import { Note } from '@/components/note';
import type { Waiting } from '@/features/visit/field';
import { goToTab } from '@/platform/navigate';
import { SealedWork } from '@/features/visit/sealed-work';

const gone = '名单、走访和没写完的草稿，已从这部手机清掉。任职有误，请联系妇联。';
const stays = '名单和走访还在这部手机里，封存好了才清。任职有误，请联系妇联。';

/** The service said that her post has ended: what became of all that stood here. */
export function PostOver({ waiting: { count, sealed, sealedRefused } }: { waiting: Waiting }) {
  const unsealed = count - sealed;
  return (
    <>
      <Note tone="warn" title="您的执委任职结束了。">
        <Text>{unsealed > 0 ? stays : gone}</Text>
      </Note>
      {count === 0 && <Note tone="ok" title="您记的都传上去了。" />}
      <SealedWork sealed={sealed} refused={sealedRefused} />
      {unsealed > 0 && (
        <Note
          tone="error"
          title={`有 ${unsealed} 条没法封存，还在手机里，没有删。连上网，清一清微信的空间，再打开。`}
        />
      )}
      <Button onTap={() => goToTab('/pages/mine/index')}>好了</Button>
    </>
  );
}
