import { View } from '@tarojs/components';
import type { Division } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Cell } from '@/components/cell';

interface Props {
  divisions: readonly Division[];
  /** What to say below a name, so that two villages of one name can be told apart. */
  factOf?: (division: Division) => string | undefined;
  onOpen: (division: Division) => void;
  more?: () => void;
}

export const DivisionList = ({ divisions, factOf, onOpen, more }: Props) => (
  <View className="stack">
    {divisions.map((division) => (
      <Cell
        key={division.code}
        title={division.name}
        facts={[factOf?.(division)].filter((fact) => fact !== undefined)}
        onTap={() => onOpen(division)}
      />
    ))}
    {more && (
      <Button look="second" onTap={more}>
        再看一些
      </Button>
    )}
  </View>
);
