import { Text, View } from '@tarojs/components';
import { jobLimits } from '@niangjia/shared';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import type { Faults } from '@/features/edit/faults';
import { PatternCard } from './pattern-card';
import { newPattern, type TypedPattern } from './typed-job';

interface Props {
  patterns: TypedPattern[];
  faults: Faults;
  onChange: (patterns: TypedPattern[]) => void;
}

/** The recurring shifts: which weekdays, from when to when, for how many. */
export function ShiftsPart({ patterns, faults, onChange }: Props) {
  const change = (key: number, part: Partial<TypedPattern>) =>
    onChange(patterns.map((old) => (old.key === key ? { ...old, ...part } : old)));

  return (
    <View id="part-shiftPatterns" className="stack">
      <Heading>班次</Heading>
      <Text className="note">改掉或去掉的班次会取消，约了的人会收到消息。</Text>
      {patterns.map((pattern, index) => (
        <PatternCard
          key={pattern.key}
          index={index}
          pattern={pattern}
          faults={faults}
          onChange={(part) => change(pattern.key, part)}
          onRemove={() => onChange(patterns.filter(({ key }) => key !== pattern.key))}
        />
      ))}
      {patterns.length < jobLimits.shiftPatterns.max && (
        <Button look="second" onTap={() => onChange([...patterns, newPattern()])}>
          加一种班次
        </Button>
      )}
    </View>
  );
}
