import { View } from '@tarojs/components';
import { Cell } from '@/components/cell';
import { goTo } from '@/platform/navigate';
import { draftNames } from '@/features/visit/drafts';
import type { Field } from '../field-page';
import type { LinkDraft } from '../link/link-draft';
import type { VisitDraft } from '../visit/visit-draft';

/** What she began and did not end, also before the app was closed. */
export function BegunWork({ field }: { field: Field }) {
  const visit = field.draft<VisitDraft>(draftNames.visit);
  const link = field.draft<LinkDraft>(draftNames.link);
  const { toCopy } = field;
  const visited = field.women.find(({ id }) => id === visit?.linkId)?.name;
  return (
    <View className="stack">
      {toCopy.length > 0 && (
        <Cell
          title="还有数字没抄"
          facts={toCopy.map(({ name }) => name)}
          onTap={() => goTo('/committee/digits/index')}
        />
      )}
      {visit && (
        <Cell
          title="接着记走访"
          facts={[visited ?? '还没选是谁']}
          onTap={() => goTo('/committee/visit/index')}
        />
      )}
      {link && (
        <Cell
          title="接着加联系户"
          facts={[link.name || '还没写姓名']}
          onTap={() => goTo('/committee/link/index')}
        />
      )}
    </View>
  );
}
