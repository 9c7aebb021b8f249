/** What to do about each part that cannot be saved, by the path that the service names too. */
export type Faults = Record<string, string>;

/** The first fault at a path or below it. */
export const faultAt = (faults: Faults, path: string): string | undefined =>
  Object.entries(faults).find(([at]) => at === path || at.startsWith(`${path}.`))?.[1];

/** Of the reasons by path, those that are some. */
export const faultsAmong = (reasons: Record<string, string | undefined>): Faults =>
  Object.fromEntries(
    Object.entries(reasons).filter((reason): reason is [string, string] => !!reason[1]),
  );

export function whyNotLength(
  text: string,
  { min, max }: { min: number; max: number },
  what: string,
): string | undefined {
  const length = [...text].length;
  if (length < min) return `${what}至少写 ${min} 个字。`;
  return length > max ? `${what}最多写 ${max} 个字，现在有 ${length} 个。` : undefined;
}
