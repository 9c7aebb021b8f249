import { Choice } from '@/components/choice';
import { Heading } from '@/components/heading';
import { Screen } from '@/components/screen';
import { chooseTextSize, textSizes, useTextSize, type TextSize } from '@/platform/text-size';

const sizes = (Object.keys(textSizes) as TextSize[]).map((value) => ({
  value,
  label: textSizes[value].label,
}));

export default function MinePage() {
  return (
    <Screen>
      <Heading level={1}>我的</Heading>
      <Choice label="字的大小" options={sizes} chosen={useTextSize()} onChoose={chooseTextSize} />
    </Screen>
  );
}
