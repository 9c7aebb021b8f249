import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { Choice } from '@/components/choice';
import { Tap } from '@/components/tap';
import { useKey } from '@/platform/keys';
import { showPart } from '@/platform/show-part';
import { useWide } from '@/platform/wide';
import { FederationFilter } from './federation-filter';
import { filterInWords, filterPartNames, filterParts, type Narrowed } from './filter-words';
import { SavedFilters } from './saved-filters';

const place = 'ticket-filters';
const all = { value: 'all', label: '全部' };

interface Props {
  narrowed: Narrowed;
  onChange: (narrowed: Narrowed) => void;
}

/** Behind one row, so that the first ticket is in view; at a PC what she kept stands outside. */
export function Filters({ narrowed, onChange }: Props) {
  const wide = useWide();
  const [open, setOpen] = useState(false);
  useKey('/', () => {
    setOpen(true);
    showPart(place);
  });
  const { filter, federationName } = narrowed;
  const chosen = filterInWords(narrowed);

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
          <FederationFilter
            chosen={federationName}
            onChoose={(one) =>
              onChange({ filter: { ...filter, federationId: one?.id }, federationName: one?.name })
            }
          />
          {filterPartNames.map((name) => (
            <Choice
              key={name}
              label={filterParts[name].label}
              options={[all, ...filterParts[name].options]}
              chosen={filter[name] ?? all.value}
              onChoose={(value) =>
                onChange({
                  ...narrowed,
                  filter: { ...filter, [name]: value === all.value ? undefined : value },
                })
              }
            />
          ))}
        </View>
      )}
      {(wide || open) && <SavedFilters narrowed={narrowed} onChoose={onChange} />}
    </View>
  );
}
