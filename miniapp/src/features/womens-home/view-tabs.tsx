import { Text, View } from '@tarojs/components';
import { Tap } from '@/components/tap';
import { a11y } from '@/platform/a11y';
import './womens-home.scss';

export type HomesView = 'list' | 'map';

const views: Record<HomesView, string> = { list: '列表', map: '地图' };

interface Props {
  view: HomesView;
  onView: (view: HomesView) => void;
}

export const ViewTabs = ({ view, onView }: Props) => (
  <View className="view-tabs" {...a11y({ role: 'tablist', label: '怎么看' })}>
    {(Object.keys(views) as HomesView[]).map((name) => (
      <Tap
        key={name}
        role="tab"
        selected={name === view}
        label={views[name]}
        className={`view-tab ${name === view ? 'view-tab--on' : ''}`}
        onTap={() => onView(name)}
      >
        <Text>{views[name]}</Text>
      </Tap>
    ))}
  </View>
);
