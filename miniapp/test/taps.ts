import { fireEvent, screen } from '@testing-library/react';

/** The last of that name: a sheet stands over the button that opened it. */
export const tap = (name: string | RegExp, role = 'button'): void =>
  void fireEvent.click(screen.getAllByRole(role, { name }).pop()!);

export const tapOnceThere = async (name: string | RegExp): Promise<void> =>
  void fireEvent.click(await screen.findByRole('button', { name }));

export const box = (label: string): HTMLInputElement =>
  screen.getByRole<HTMLInputElement>('textbox', { name: label });

export const type = (label: string, value: string): void =>
  void fireEvent.change(box(label), { target: { value } });

/** What is said to be not right yet, from the top down. */
export const alerts = (): (string | null)[] =>
  screen.queryAllByRole('alert').map(({ textContent }) => textContent);
