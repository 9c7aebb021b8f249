export type Query = Record<string, string>;

export function routeOf(url: string): { route: string; options: Query } {
  const [path = '', search = ''] = url.replace(/^\//, '').split('?');
  const pairs = search.split('&').filter(Boolean);
  const options = Object.fromEntries(
    pairs.map((pair) => [pair.split('=')[0] ?? '', pair.split('=').slice(1).join('=')]),
  );
  return { route: path, options };
}
