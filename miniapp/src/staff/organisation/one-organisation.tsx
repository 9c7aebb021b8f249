import { View } from '@tarojs/components';
import { organisationEndpoints } from '@niangjia/shared';
import { Heading } from '@/components/heading';
import { PageState } from '@/components/page-state';
import { ChainLine } from '@/features/federation/chain-line';
import '@/features/edit/editor.scss';
import { useReturned } from '@/platform/page-life';
import { useQuery } from '@/platform/use-query';
import { Below } from './below';
import { FactsOfFile } from './facts-of-file';
import { Numbers } from './numbers';
import { Ways } from './ways';

/** The file of one federation. */
export function OneOrganisation({ id }: { id: string }) {
  const file = useQuery(organisationEndpoints.one, { params: { id } });
  useReturned(file.again);
  return (
    <View className="stack">
      <Heading level={1}>{file.data?.name ?? '组织档案'}</Heading>
      <PageState query={file}>
        {(one) => (
          <View className="stack">
            <ChainLine key={one.parentId} federationId={one.id} />
            <FactsOfFile file={one} />
            <Numbers file={one} />
            <Below id={one.id} />
            <Ways file={one} onChanged={file.again} />
          </View>
        )}
      </PageState>
    </View>
  );
}
