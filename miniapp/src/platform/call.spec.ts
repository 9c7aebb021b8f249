import { endpoint } from '@niangjia/shared';
import { phone, wechatFault } from '../../test/stand-ins/taro';
import { call } from './call';
import { Refused, Unreachable } from './refused';
import { keepSession, sessionToken } from './session';

interface Ask {
  text: string;
}
const ask = endpoint<{ params: { id: string }; body: Ask; reply: { id: string } }>()(
  'POST',
  '/things/:id/asks',
);
const list = endpoint<{ query: { limit?: number; after?: string }; reply: { items: string[] } }>()(
  'GET',
  '/things',
);

beforeEach(() => phone.reset());

describe('call', () => {
  it('fills the path and sends session, key and body', async () => {
    keepSession('token');

    await call(ask, { params: { id: '福建/南安' }, body: { text: '你好' }, onceKey: 'key' });

    expect(phone.asked[0]).toMatchObject({
      url: '/api/v1/things/%E7%A6%8F%E5%BB%BA%2F%E5%8D%97%E5%AE%89/asks',
      method: 'POST',
      data: { text: '你好' },
      header: { Authorization: 'Bearer token', 'Idempotency-Key': 'key' },
    });
  });

  it('sends no session with what is nobody’s', async () => {
    const nameless = endpoint<{ reply: null }>()('POST', '/things', { nameless: true });
    keepSession('token');

    await call(nameless, {});

    expect(phone.asked[0]?.header).toEqual({});
    expect(sessionToken()).toBe('token');
  });

  it('leaves out of the query what is not known, and the session when nobody is signed in', async () => {
    await call(list, { query: { limit: 5, after: undefined } });

    expect(phone.asked[0]?.url).toBe('/api/v1/things?limit=5');
    expect(phone.asked[0]?.header).toEqual({});
  });

  it('throws the refusal with its sentence and its fields', async () => {
    phone.answer = async () => ({
      statusCode: 400,
      data: { code: 'bad_input', message: '有几处要改一下。', fields: { text: '写一句话。' } },
    });

    const error = await call(list, {}).catch((thrown: unknown) => thrown);

    expect(error).toBeInstanceOf(Refused);
    expect(error).toMatchObject({ code: 'bad_input', fields: { text: '写一句话。' } });
  });

  it('says one of our own sentences when something between answers with a page', async () => {
    phone.answer = async () => ({ statusCode: 502, data: '<html>Bad Gateway</html>' });

    await expect(call(list, {})).rejects.toMatchObject({ code: 'fault' });
  });

  it('forgets a session that has ended', async () => {
    keepSession('old');
    phone.answer = async () => ({
      statusCode: 401,
      data: { code: 'session_ended', message: '。' },
    });

    await expect(call(list, {})).rejects.toBeInstanceOf(Refused);

    expect(sessionToken()).toBeUndefined();
  });

  it.each([
    [wechatFault('request:fail timeout'), 'timeout'],
    [new DOMException('The user aborted a request.', 'AbortError'), 'timeout'],
    [wechatFault('request:fail '), 'offline'],
    [new TypeError('Failed to fetch'), 'offline'],
  ])('tells a slow network from none: %p', async (fault, reason) => {
    phone.answer = () => Promise.reject(fault);

    const error = await call(list, {}).catch((thrown: unknown) => thrown);

    expect(error).toBeInstanceOf(Unreachable);
    expect(error).toMatchObject({ reason });
  });
});
