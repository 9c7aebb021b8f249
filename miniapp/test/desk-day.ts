import type { CaseTicketKind } from '@niangjia/shared';
import type { Service } from './service';
import { askFor, townCode } from './xiamei';

/** Ten women of one town ask in one night; four of their requests are told apart by their kind. */
const asked: readonly CaseTicketKind[] = [
  'labour_rights',
  'property_land',
  'children',
  'hardship',
  ...Array.from({ length: 6 }, (): CaseTicketKind => 'other'),
];

export const theTen = (service: Service): Promise<unknown> =>
  Promise.all(
    asked.map((kind, index) =>
      askFor(service, { kind, text: `示例的事 ${index + 1}`, divisionCode: townCode }),
    ),
  );

export const words = {
  answer: '明天上午来镇妇联，我陪您去。',
  handOver: '她住在霞美村，村里办更近。',
  unlock: '要陪孩子去学校，得先看她写的。',
};
