import { Text } from '@tarojs/components';
import { Choice } from '@/components/choice';

/** A federation that may own what is written. */
export interface Owner {
  federationId: string;
  federationName: string;
}

interface Props {
  owners: readonly Owner[];
  chosen: string;
  onChoose: (federationId: string) => void;
}

/** Whose it is: asked only of whoever works for several. */
export function FederationChoice({ owners, chosen, onChoose }: Props) {
  const [first, second] = owners;
  if (first && !second) return <Text className="fact">{first.federationName}</Text>;
  const options = owners.map(({ federationId, federationName }) => ({
    value: federationId,
    label: federationName,
  }));
  return (
    <Choice label="哪个妇联办" look="rows" options={options} chosen={chosen} onChoose={onChoose} />
  );
}
