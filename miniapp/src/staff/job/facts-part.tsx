import { Text, View } from '@tarojs/components';
import { jobLimits } from '@niangjia/shared';
import { Field } from '@/components/field';
import { faultAt, type Faults } from '@/features/edit/faults';
import type { TypedJob } from './typed-job';

interface Props {
  typed: TypedJob;
  faults: Faults;
  onChange: (part: Partial<TypedJob>) => void;
}

/** The words of the post: what a law says of them stands at the word that it is about. */
export function FactsPart({ typed, faults, onChange }: Props) {
  return (
    <View className="stack">
      <Text className="note">
        不写性别、婚育、年龄和相貌的要求。保存时会查一遍，指出哪句话不行、按哪一条。
      </Text>
      <View id="part-title">
        <Field
          label="岗位"
          initial={typed.title}
          max={jobLimits.titleChars.max}
          error={faultAt(faults, 'title')}
          onText={(title) => onChange({ title })}
        />
      </View>
      <View id="part-employerName">
        <Field
          label="用工方"
          initial={typed.employerName}
          max={jobLimits.employerNameChars.max}
          error={faultAt(faults, 'employerName')}
          onText={(employerName) => onChange({ employerName })}
        />
      </View>
      <View id="part-text">
        <Field
          label="做什么"
          hint="做什么活、会不会教、吃饭怎么办"
          lines={6}
          initial={typed.text}
          max={jobLimits.textChars.max}
          error={faultAt(faults, 'text')}
          onText={(text) => onChange({ text })}
        />
      </View>
      <View id="part-flexibility">
        <Field
          label="怎么照顾妈妈"
          hint="比如：可以晚到 30 分钟，家里有事可以换班"
          lines={2}
          initial={typed.flexibility}
          max={jobLimits.flexibilityChars.max}
          error={faultAt(faults, 'flexibility')}
          onText={(flexibility) => onChange({ flexibility })}
        />
      </View>
    </View>
  );
}
