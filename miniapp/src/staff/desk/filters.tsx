import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { DeskFilter } from '@niangjia/shared';
import { Choice } from '@/components/choice';
import { Tap } from '@/components/tap';
import { useKey } from '@/platform/keys';
import { showPart } from '@/platform/show-part';
import { filterInWords, filterPartNames, filterParts } from './filter-words';
import { SavedFilters } from './saved-filters';

const place = 'ticket-filters';
const all = { value: 'all', label: '全部' };

interface Props {
  filter: DeskFilter;
  onChange: (filter: DeskFilter) => void;
}

/** Behind one row, so that the first ticket is in view; what she kept stands outside. */
export function Filters({ filter, onChange }: Props) {
  const [open, setOpen] = useState(false);
  useKey('/', () => {
    setOpen(true);
    showPart(place);
  });
  const chosen = filterInWords(filter);

  return (
    <View id={place} className="filters">
      <Tap
        className="filters__toggle"
        label={`筛选，现在看：${chosen}`}
        expanded={open}
        onTap={() => setOpen(!open)}
      >
        <Text>{`${open ? '收起' : '筛选'}：${chosen}`}</Text>
      </Tap>
      {open && (
        <View className="filters__choices">
          {filterPartNames.map((name) => (
            <Choice
              key={name}
              label={filterParts[name].label}
              options={[all, ...filterParts[name].options]}
              chosen={filter[name] ?? all.value}
              onChoose={(value) =>
                onChange({ ...filter, [name]: value === all.value ? undefined : value })
              }
            />
          ))}
        </View>
      )}
      <SavedFilters filter={filter} onChoose={onChange} />
    </View>
  );
}
