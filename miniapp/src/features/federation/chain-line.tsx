import { Text, View } from '@tarojs/components';
import { federationEndpoints } from '@niangjia/shared';
import { useQuery } from '@/platform/use-query';

/** The federations above it, from the top down, as one line. Silent when it cannot be read. */
export function ChainLine({ federationId }: { federationId: string }) {
  const { data } = useQuery(
    federationEndpoints.chain,
    { params: { id: federationId } },
    { kept: true },
  );
  if (!data) return null;
  return (
    <View className="note">
      <Text>{data.items.map(({ name }) => name).join(' › ')}</Text>
    </View>
  );
}
