import type { WxCall } from './wx';

interface WxRequest {
  url: string;
  method?: string;
  data?: unknown;
  header?: Record<string, string>;
  timeout?: number;
  success?: (answer: object) => void;
  fail?: (error: object) => void;
  complete?: (answer: object) => void;
}

/** `wx.request` over real HTTP, to the service under test instead of the address in the build. */
export function requester(api: () => string | undefined, calls: WxCall[]) {
  return (asked: WxRequest) => {
    const stop = new AbortController();
    calls.push(['request', { method: asked.method ?? 'GET', path: new URL(asked.url).pathname }]);
    void send(asked, stop.signal, api()).then(
      (answer) => {
        asked.success?.(answer);
        asked.complete?.(answer);
      },
      (error: Error) => {
        const slow = error.name === 'TimeoutError';
        const answer = { errMsg: slow ? 'request:fail timeout' : `request:fail ${error.message}` };
        asked.fail?.(answer);
        asked.complete?.(answer);
      },
    );
    return { abort: () => stop.abort(new Error('abort')) };
  };
}

async function send(
  { url, method = 'GET', data, header, timeout }: WxRequest,
  stopped: AbortSignal,
  api?: string,
) {
  if (!api) throw new Error('no network');
  const { pathname, search } = new URL(url);
  const response = await fetch(api + pathname + search, {
    method,
    headers: header,
    body: method === 'GET' || data === undefined ? undefined : JSON.stringify(data),
    signal: AbortSignal.any([stopped, AbortSignal.timeout(timeout ?? 60_000)]),
  });
  const text = await response.text();
  const headers = Object.fromEntries(response.headers);
  return { statusCode: response.status, header: headers, data: parsed(text), errMsg: 'request:ok' };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
