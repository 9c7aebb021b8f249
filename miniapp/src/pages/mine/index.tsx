import { accountEndpoints, actionsWithSecondFactor } from '@niangjia/shared';
import { Cell } from '@/components/cell';
import { Choice } from '@/components/choice';
import { Heading } from '@/components/heading';
import { Screen } from '@/components/screen';
import { Hers } from '@/features/account/hers';
import { mayDo } from '@/features/account/rights';
import { Hotlines } from '@/components/hotlines';
import { SealedWork } from '@/features/visit/sealed-work';
import { useSealed } from '@/features/visit/send-what-is-sealed';
import { goTo } from '@/platform/navigate';
import { useSessionToken } from '@/platform/session';
import { chooseTextSize, textSizes, useTextSize, type TextSize } from '@/platform/text-size';
import { useQuery } from '@/platform/use-query';
import { AboutHerData } from './about-her-data';
import { KeysSwitch } from '@/features/account/keys-switch';
import { FieldWork } from './field-work';
import { HerAccount } from './her-account';
import { Joined } from './joined';

const sizes = (Object.keys(textSizes) as TextSize[]).map((value) => ({
  value,
  label: textSizes[value].label,
}));

export default function MinePage() {
  const signedIn = useSessionToken() !== undefined;
  const { data: me } = useQuery(accountEndpoints.me, signedIn ? {} : undefined);
  return (
    <Screen>
      <Heading level={1}>我的</Heading>
      <FieldWork me={me} />
      <SealedWork {...useSealed()} />
      <Hers>
        <Joined />
      </Hers>
      <Cell
        title="看答复"
        facts={['用您抄下的 20 位数字']}
        onTap={() => goTo('/women/claim/index')}
      />
      <Cell
        title="看联系卡"
        facts={['用执委给您的 20 位数字']}
        onTap={() => goTo('/women/link/index')}
      />
      <Choice label="文字大小" options={sizes} chosen={useTextSize()} onChoose={chooseTextSize} />
      {me && me.posts.length > 0 && <KeysSwitch />}
      <HerAccount me={me} />
      <Hotlines />
      <AboutHerData />
      <Heading>为工作人员</Heading>
      <Cell
        title="进入工作台"
        facts={['妇联干部、执委、用工联系人登录后用']}
        onTap={() => goTo('/staff/sign-in/index')}
      />
      {me && actionsWithSecondFactor.some((action) => mayDo(me, action)) && (
        <Cell
          title="两步验证"
          facts={['设置、换手机、手机丢了']}
          onTap={() => goTo('/staff/second-factor/index')}
        />
      )}
      <Cell
        title="接受任职"
        facts={['用妇联发给您的 20 位数字']}
        onTap={() => goTo('/women/invitation/index')}
      />
    </Screen>
  );
}
