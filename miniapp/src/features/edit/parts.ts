/** A part of an editor's page, by its id, and what it is called. */
export interface Part {
  id: string;
  label: string;
}

/** Labels of what differs between two versions, of those that have a label. */
export const differing = <K extends object>(
  before: K,
  newest: K,
  labels: Partial<Record<keyof K, string>>,
): string[] =>
  (Object.keys(labels) as (keyof K)[])
    .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(newest[name]))
    .map((name) => labels[name] ?? '');
