/** Says in the address what is open on this page, so that it opens again with it. No step for “back”. */
export function nameInAddress(query: Record<string, string | undefined>): void {
  const [page = ''] = location.hash.split('?');
  const pairs = Object.entries(query).filter((pair): pair is [string, string] => !!pair[1]);
  const search = new URLSearchParams(pairs).toString();
  history.replaceState(history.state, '', search ? `${page}?${search}` : page);
}
