import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { Screen } from '@/components/screen';
import { goToTab } from '@/platform/navigate';

export default function HomePage() {
  return (
    <Screen>
      <Heading level={1}>离您最近的娘家</Heading>
      <Button onTap={() => goToTab('/pages/mine/index')}>我的</Button>
    </Screen>
  );
}
