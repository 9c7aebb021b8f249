import type { VisitNeed } from '@niangjia/shared';
import type { FieldView, FieldVisit } from '@/features/visit/field';
import type { PageQuery } from '@/platform/navigate';

export interface NeedOfVisit {
  visit: FieldVisit;
  need: VisitNeed;
  name: string;
}

export function needOf(
  { visits, women }: Pick<FieldView, 'visits' | 'women'>,
  { visitId, needId }: PageQuery,
): NeedOfVisit | undefined {
  const visit = visits.find(({ id }) => id === visitId);
  const need = visit?.needs.find(({ id }) => id === needId);
  const woman = women.find(({ id }) => id === visit?.linkId);
  return visit && need && woman && { visit, need, name: woman.name };
}
