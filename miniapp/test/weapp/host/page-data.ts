/** Applies one `setData` as WeChat does: only JSON crosses to the page, by paths like `root.cn.[0].v`. */
export function applied(data: object, changes: object): { data: object; bytes: number } {
  const json = JSON.stringify(changes);
  const next = JSON.parse(JSON.stringify(data)) as Record<string, unknown>;
  Object.entries(JSON.parse(json) as object).forEach(([path, value]) => put(next, path, value));
  return { data: next, bytes: Buffer.byteLength(json) };
}

function put(data: Record<string, unknown>, path: string, value: unknown): void {
  const steps = path.split(/[.[\]]+/).filter(Boolean);
  const last = steps.pop() ?? '';
  let holder = data;
  steps.forEach((step, index) => {
    const following = steps[index + 1] ?? last;
    holder[step] ??= /^\d+$/.test(following) ? [] : {};
    holder = holder[step] as Record<string, unknown>;
  });
  holder[last] = value;
}
