import { caseTicketKinds, type CaseTicketKind } from '@niangjia/shared';
import type { Service } from './service';
import { askFor, townCode } from './xiamei';

const inDanger: readonly CaseTicketKind[] = ['domestic_violence', 'marriage_family'];

async function oneAsks(service: Service, kind: CaseTicketKind, isInDanger: boolean): Promise<void> {
  const { claimCode } = await askFor(service, { kind, text: '示例的事', divisionCode: townCode });
  if (!isInDanger) return;
  const body = { claimCode, inDanger: true };
  await service.ask('POST', '/case-tickets/claim/danger', { body });
}

/** Ten women of one town ask in one night; each request is told apart by its kind and its risk. */
export const theTen = (service: Service): Promise<unknown> =>
  Promise.all([
    ...caseTicketKinds.map((kind) => oneAsks(service, kind, false)),
    ...inDanger.map((kind) => oneAsks(service, kind, true)),
  ]);

/** What staff write on that day. */
export const words = {
  answer: '明天上午来镇妇联，我陪您去。',
  handOver: '她住在霞美村，村里办更近。',
  slip: { to: '南安市人民法院', purpose: '请帮她讨回三个月工资。', name: '林某' },
  reopen: '她又来问了，还没有办好。',
  unlock: '要陪孩子去学校，得先看她写的。',
};
