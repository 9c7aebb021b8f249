import { useEffect } from 'react';
import { PageState } from '@/components/page-state';
import { Screen } from '@/components/screen';
import { useWomensHome } from '@/features/womens-home/use-womens-home';
import { goInstead, usePageQuery } from '@/platform/navigate';
import { Refused } from '@/platform/refused';
import { useScannedCode } from '@/platform/scene';
import { HomeCard } from './home-card';

export default function WomensHomePage() {
  const { id } = usePageQuery();
  const code = useScannedCode();
  const home = useWomensHome({ id, code });
  const codeIsUnknown = code !== undefined && isNoCode(home.fault);

  useEffect(() => {
    if (codeIsUnknown) goInstead('/women/town/index', { unknown: '1' });
  }, [codeIsUnknown]);

  return (
    <Screen>
      {!codeIsUnknown && (
        <PageState query={home} title="妇女之家">
          {(found) => <HomeCard home={found} code={code} />}
        </PageState>
      )}
    </Screen>
  );
}

const noCode = ['code_not_known', 'bad_input', 'not_found'];

const isNoCode = (fault: unknown): boolean =>
  fault instanceof Refused && noCode.includes(fault.code);
