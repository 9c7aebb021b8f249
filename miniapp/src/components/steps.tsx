import { Text, View } from '@tarojs/components';
import { a11y } from '@/platform/a11y';
import './steps.scss';

type StepState = 'done' | 'now' | 'later' | 'overdue';

export interface Step {
  title: string;
  note?: string;
  state: StepState;
}

const words: Record<StepState, string> = {
  done: '已完成',
  now: '现在',
  later: '以后',
  overdue: '超过期限',
};

/** What was, is and will be, in order. Each state is a word, not only a colour. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  return (
    <View {...a11y({ role: 'list' })}>
      {steps.map(({ title, note, state }, index) => (
        <View key={title} className={`step step--${state}`} {...a11y({ role: 'listitem' })}>
          <View className="step__title">
            <Text>{`${index + 1}. ${title}`}</Text>
            <Text className="step__state">{words[state]}</Text>
          </View>
          {note && (
            <View className="note">
              <Text>{note}</Text>
            </View>
          )}
        </View>
      ))}
    </View>
  );
}
