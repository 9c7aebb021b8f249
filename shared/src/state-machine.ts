/** What a state may move to. `Record` over the union makes a forgotten state fail to compile. */
export type Transitions<State extends string> = Readonly<Record<State, readonly State[]>>;

export function mayMove<State extends string>(
  transitions: Transitions<State>,
  from: State,
  to: State,
): boolean {
  return transitions[from].includes(to);
}
