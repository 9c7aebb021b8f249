import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import {
  womensHomeKindLabels,
  womensHomeKinds,
  womensHomeServiceLabels,
  womensHomeServices,
} from '@niangjia/shared';
import { Button } from '@/components/button';
import { Choice, type Option } from '@/components/choice';
import { Sheet } from '@/components/sheet';
import { Tap } from '@/components/tap';
import { a11y } from '@/platform/a11y';
import type { HomeFilter } from './home-filter';
import './womens-home.scss';

interface Props {
  filter: HomeFilter;
  onFilter: (filter: HomeFilter) => void;
}

const any = 'any';

function optionsOf<T extends string>(values: readonly T[], labels: Record<T, string>) {
  const all: Option<T | typeof any>[] = [{ value: any, label: '都看' }];
  return all.concat(values.map((value) => ({ value, label: labels[value] })));
}

const kinds = optionsOf(womensHomeKinds, womensHomeKindLabels);
const services = optionsOf(womensHomeServices, womensHomeServiceLabels);

/** 现在开门, 下班后还开, and a sheet for kinds and services. */
export function FilterChips({ filter, onFilter }: Props) {
  const [choosing, setChoosing] = useState(false);
  const { open, kind, service } = filter;
  const toggle = (moment: HomeFilter['open']) =>
    onFilter({ ...filter, open: open === moment ? undefined : moment });
  const words = [
    kind && womensHomeKindLabels[kind],
    service && womensHomeServiceLabels[service],
  ].filter(Boolean);
  return (
    <View className="chips" {...a11y({ role: 'group', label: '只看' })}>
      <Chip on={open === 'now'} onTap={() => toggle('now')}>
        现在开门
      </Chip>
      <Chip on={open === 'after_work'} onTap={() => toggle('after_work')}>
        下班后还开
      </Chip>
      <Chip on={words.length > 0} opens onTap={() => setChoosing(true)}>
        {words.join('、') || '种类、服务'}
      </Chip>
      {choosing && (
        <Sheet title="种类和服务" onClose={() => setChoosing(false)}>
          <Choice
            label="哪一种"
            options={kinds}
            chosen={kind ?? any}
            onChoose={(value) => onFilter({ ...filter, kind: value === any ? undefined : value })}
          />
          <Choice
            label="能办什么"
            options={services}
            chosen={service ?? any}
            onChoose={(value) =>
              onFilter({ ...filter, service: value === any ? undefined : value })
            }
          />
          <Button onTap={() => setChoosing(false)}>选好了</Button>
        </Sheet>
      )}
    </View>
  );
}

interface ChipProps {
  on: boolean;
  /** It opens a sheet instead of being ticked. */
  opens?: boolean;
  children: string;
  onTap: () => void;
}

const Chip = ({ on, opens, children, onTap }: ChipProps) => (
  <Tap
    className={`chip ${on ? 'chip--on' : ''}`}
    role={opens ? 'button' : 'checkbox'}
    checked={opens ? undefined : on}
    label={opens ? `按种类和服务选，现在是${children}` : children}
    onTap={onTap}
  >
    <Text>{on ? `✓ ${children}` : children}</Text>
  </Tap>
);
