import {
  caseTicketKindLabels,
  dayInWords,
  visitKindLabels,
  type FieldFact,
} from '@niangjia/shared';
import type { FieldView } from '@/features/visit/field';

export const factLabels: Record<FieldFact['type'], string> = {
  link_made: '加联系户',
  link_left: '移出名单',
  visit_made: '走访',
  ticket_asked: '转求助',
};

/** Whom and what a fact is about, as she wrote it. */
export function factInWords(fact: FieldFact, { women, visits }: FieldView): string[] {
  const nameOf = (linkId: string) => women.find(({ id }) => id === linkId)?.name ?? '';
  if (fact.type === 'link_made') return [fact.name, fact.phone ?? '', fact.address ?? ''];
  if (fact.type === 'link_left') return [nameOf(fact.linkId)];
  if (fact.type === 'visit_made')
    return [
      nameOf(fact.linkId),
      `${dayInWords(fact.visitDay)}，${visitKindLabels[fact.kind]}`,
      ...fact.needs.map(({ kind, text }) => `${caseTicketKindLabels[kind]}：${text}`),
      fact.note ?? '',
    ];
  const visit = visits.find(({ id }) => id === fact.visitId);
  const need = visit?.needs.find(({ id }) => id === fact.needId);
  return [nameOf(fact.linkId), need ? caseTicketKindLabels[need.kind] : ''];
}
