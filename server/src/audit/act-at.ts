import { apiBase } from '@niangjia/shared';

const otherwiseCalled: Record<string, string> = {
  ledger: 'ledger_entry',
  invitation: 'post_invitation',
};

const singular = (things: string): string => things.replace(/ies$/, 'y').replace(/s$/, '');

/** The thing and the act by which the audit knows a route: `POST /desk/jobs/:id/moves` is `job`, `post_moves`. */
export function actAt(method: string, path: string): { type: string; act: string } {
  const parts = path
    .slice(apiBase.length + 1)
    .replaceAll('-', '_')
    .split('/');
  const isMine = parts[0] === 'me';
  if (isMine || parts[0] === 'desk') parts.shift();
  const [things = '', ...rest] = parts.filter((part) => !part.startsWith(':'));
  const thing = singular(things);
  const act = [method.toLowerCase(), ...(isMine ? ['mine'] : []), ...rest].join('_');
  return { type: otherwiseCalled[thing] ?? thing, act };
}
