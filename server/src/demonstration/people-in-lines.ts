import { claimCodeInGroups } from '@niangjia/shared';
import type { INestApplicationContext } from '@nestjs/common';
import { DemonstrationPeople } from '../account';
import { knownCode } from './demonstration';
import { knownLinkCode } from './invented-field';

/** What the start shows: who one can be, and the code of a poster. */
export async function peopleInLines(app: INestApplicationContext): Promise<string[]> {
  const people = await app.get(DemonstrationPeople).list();
  const width = Math.max(...people.map(({ id }) => id.length)) + 2;
  const lines = people.map(({ id, name, role }) => `  ${id.padEnd(width)}${name}  ${role}`);
  return [
    'The invented people one can sign in as:',
    ...lines,
    `A poster to scan: /q/${knownCode}`,
    `The card of an invented woman whom 示例·郑春兰 visits: ${claimCodeInGroups(knownLinkCode)}`,
  ];
}
