import type { Account } from '@niangjia/shared';
import { Cell } from '@/components/cell';
import { mayDo } from '@/features/account/rights';
import { whoSignedIn } from '@/features/account/who-signed-in';
import { keepsFieldWork } from '@/features/visit/on-this-phone';
import { goTo } from '@/platform/navigate';

/** For an 执委; without a network or a session, or once her post has ended, for whoever has worked on this phone before. */
export function FieldWork({ me }: { me?: Account }) {
  const keeps = keepsFieldWork(whoSignedIn() ?? '');
  const isOver = me && !mayDo(me, 'visit.log');
  if (!keeps && (!me || isOver)) return null;
  return (
    <Cell
      title="执委工作"
      facts={[isOver ? '任职结束了，点开收好手机里的名单' : '该去看谁、记走访，没网也能用']}
      onTap={() => goTo('/committee/work/index')}
    />
  );
}
