interface Route {
  path: string;
  load: () => unknown;
}

type WithRoutes = Window & { __taroAppConfig?: { routes?: Route[] } };

/** Fetches all pages of a subpackage, so that they open without a network while this tab lives. */
export function fetchPagesAhead(subpackage: string): void {
  const routes = (window as WithRoutes).__taroAppConfig?.routes ?? [];
  routes.filter(({ path }) => path.startsWith(`${subpackage}/`)).forEach(({ load }) => load());
}
