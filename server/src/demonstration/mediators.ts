import { dayOf, type MediatorSkill } from '@niangjia/shared';
import type { INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { FederationRow } from '../federation';
import { Roster } from '../mediation';
import { Clock } from '../platform/clock';

interface Given {
  app: INestApplicationContext;
  tx: EntityManager;
  federationNamed: (name: string) => FederationRow;
}

interface Invented {
  /** Name of the federation whose roster it is. */
  by: string;
  name: string;
  skills: MediatorSkill[];
}

const invented: Invented[] = [
  { by: '南安市妇联', name: '示例·吴金凤', skills: ['marriage', 'property', 'law'] },
  { by: '霞美镇妇联', name: '示例·苏丽琴', skills: ['parents', 'neighbours'] },
  { by: '霞美镇妇联', name: '示例·洪秀珠', skills: ['children', 'psychology'] },
  { by: '霞美村妇联', name: '示例·黄阿英', skills: ['neighbours', 'parents'] },
];

/** A few who mediate, with a term of three years from this new year on. */
export async function addMediators({ app, tx, federationNamed }: Given): Promise<void> {
  const year = Number(dayOf(app.get(Clock).now()).slice(0, 4));
  const term = { fromDay: `${year}-01-01`, toDay: `${year + 2}-12-31` };
  for (const { by, ...mediator } of invented)
    await app.get(Roster).enrol(tx, federationNamed(by), { ...mediator, ...term });
}
