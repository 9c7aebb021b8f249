import { act, renderHook } from '@testing-library/react';
import { endpoint } from '@niangjia/shared';
import { phone } from '../../test/stand-ins/taro';
import { Unreachable } from './refused';
import { useSend, type Send } from './use-send';

const ask = endpoint<{ body: { text: string }; reply: { id: string } }>()('POST', '/asks');
type Asking = Send<{ body: { text: string } }, { id: string }>;

const first = { body: { text: '三个月没有发工资' } };
const keys = () => phone.asked.map(({ header }) => header['Idempotency-Key']);

/** What is on its way, to be answered later in any order. */
const pending: ((id: string) => void)[] = [];
const answerLater: typeof phone.answer = () =>
  new Promise((resolve) => pending.push((id) => resolve({ statusCode: 201, data: { id } })));

let form: { current: Asking };
const settle = () => act(async () => undefined);
async function begin(input = first) {
  const sent = { reply: undefined as { id: string } | undefined, isOver: false };
  act(() => {
    void form.current.send(input).then((reply) => Object.assign(sent, { reply, isOver: true }));
  });
  await settle();
  return sent;
}
const answer = (nth: number, id: string) => act(async () => pending[nth]?.(id));
const cancel = () => act(async () => form.current.busy && form.current.busy.cancel());

beforeEach(() => {
  phone.reset();
  pending.length = 0;
  phone.answer = answerLater;
  form = renderHook(() => useSend(ask)).result;
});

it('sends nothing more while something is on its way', async () => {
  const one = await begin();
  const two = await begin();
  await answer(0, '1');

  expect([one.reply, two.reply]).toEqual([{ id: '1' }, undefined]);
  expect(phone.asked).toHaveLength(1);
});

it('stops waiting when she cancels, and says what that means', async () => {
  const sent = await begin();
  await cancel();

  expect(sent).toEqual({ reply: undefined, isOver: true });
  expect(form.current.busy).toBe(false);
  expect(form.current.fault).toBeInstanceOf(Unreachable);
  expect(form.current.fault).toMatchObject({ reason: 'cancelled' });
});

it('sends the same again as the same act, and does not hear the answer that she gave up', async () => {
  await begin();
  await cancel();
  const again = await begin();
  await answer(0, 'too late');
  expect(again.isOver).toBe(false);
  await answer(1, '2');

  expect(again.reply).toEqual({ id: '2' });
  expect(keys()[1]).toBe(keys()[0]);
  expect(form.current.fault).toBeUndefined();
});

it('is another act with other words, and after an answer', async () => {
  const others = { body: { text: '五个月没有发工资' } };
  await begin();
  await cancel();
  await begin(others);
  await answer(1, '2');
  await begin(others);

  expect(new Set(keys()).size).toBe(3);
});
