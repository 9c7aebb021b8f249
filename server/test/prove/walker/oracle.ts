import { refusals } from '@niangjia/shared';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { describeApi } from '../../../src/platform/http/open-api';
import { ReplySchemas } from '../../reply-schemas';
import type { Sent } from './requests';

export interface Got {
  status: number;
  headers: Record<string, unknown>;
  text: string;
}

const chinese = /[\u4e00-\u9fff].*[。？]$/u;
const inside =
  /select |insert into|update \w+ set|queryfailed|sqlite|mysql|typeorm|node_modules|\bat \S+:\d+|\/src\/|\/dist\/|\.[jt]s\b|stack|error:|exception/i;
/** What stands before the handler: a request so refused did not pass validation. */
const refusedBefore = new Set([400, 401, 405, 413, 415]);

const isJson = ({ headers }: Got): boolean =>
  String(headers['content-type']).startsWith('application/json');

interface AnyRefusal {
  code?: string;
  message?: string;
  fields?: Record<string, string>;
}

type Reviver = (name: string, value: unknown) => unknown;

/** Text that is no JSON is a list that holds it: no schema and no refusal is one. */
function parsed(text: string, reviver?: Reviver): unknown {
  try {
    return JSON.parse(text, reviver);
  } catch {
    return [text];
  }
}

const refusalIn = (text: string): AnyRefusal => parsed(text) ?? {};

/** Strings as the fields read them: trimmed, without control characters. */
const asRead = (_: string, value: unknown): unknown =>
  typeof value === 'string'
    ? value.replace(/[\u0001-\u0009\v\f\u000e-\u001f\u007f-\u009f]/g, '').trim()
    : value;

/** Facts of a sync are refused one by one, so that one that is wrong does not undo the others. */
const isOneOfMany = /^\/facts\/\d/;

export class Oracle {
  private readonly replies: ReplySchemas;
  private readonly ajv = new Ajv2020({ strict: false });
  private readonly bodies = new Map<string, ValidateFunction>();

  constructor(app: NestFastifyApplication) {
    this.replies = new ReplySchemas(app);
    addFormats(this.ajv);
    this.ajv.addSchema(describeApi(app), 'api');
  }

  /** What is wrong with a reply; empty when nothing is. */
  faultsOf(sent: Sent, got: Got): string[] {
    const { status, headers } = got;
    const faults = [
      status >= 500 ? `answered ${status}` : undefined,
      headers['x-content-type-options'] === 'nosniff' ? undefined : 'lets types be sniffed',
      headers['x-request-id'] === undefined ? 'has no request id' : undefined,
      headers['cache-control'] === 'no-store' ? undefined : 'may be kept in a cache',
      status >= 400 ? this.whyNoRefusal(sent, got) : undefined,
      this.whyNotDocumented(sent, got),
      status < 300 && this.isForbidden(sent) ? 'took what the document forbids' : undefined,
    ];
    return faults.filter((fault) => fault !== undefined);
  }

  /** Whether the request came through everything that looks at its form. */
  hasPassed(got: Got): boolean {
    const { code } = refusalIn(got.text);
    return !refusedBefore.has(got.status) && code !== 'not_found';
  }

  private whyNoRefusal({ method }: Sent, { status, text }: Got): string | undefined {
    if (method === 'HEAD') return undefined;
    const { code, message = '', fields = {}, ...more } = refusalIn(text);
    const entry = refusals[code as keyof typeof refusals];
    if (entry?.status !== status) return `says ${String(code)} with ${status}`;
    if (Object.keys(more).length > 0) return `says more: ${Object.keys(more).join()}`;
    const sentences = [message, ...Object.values(fields)];
    const odd = sentences.find((say) => !chinese.test(say));
    if (odd !== undefined) return `says no Chinese sentence: ${odd}`;
    return sentences.some((say) => inside.test(say)) ? `tells its inside: ${text}` : undefined;
  }

  private whyNotDocumented(sent: Sent, got: Got): string | undefined {
    // What never reached a route is no reply of one.
    const { code } = refusalIn(got.text);
    if (got.status === 405 || (code === 'not_found' && sent.mutation?.startsWith('an odd')))
      return undefined;
    try {
      const body = isJson(got) ? parsed(got.text) : got.text;
      this.replies.check(sent.method, sent.url, got.status, body);
      return undefined;
    } catch (fault) {
      return (fault as Error).message;
    }
  }

  /** The document forbids the body: then it may not be taken. */
  private isForbidden(sent: Sent): boolean {
    const { operation, payload, method } = sent;
    const { body: schema } = operation;
    if (schema === undefined || payload === undefined || method !== operation.method) return false;
    const body = parsed(String(payload).replace(/^\ufeff/, '') || '{}', asRead);
    const fits = this.bodyOf(schema.$ref ?? '');
    if (fits(body)) return false;
    return !(fits.errors ?? []).every(({ instancePath }) => isOneOfMany.test(instancePath));
  }

  private bodyOf(ref: string): ValidateFunction {
    const found = this.bodies.get(ref) ?? this.ajv.compile({ $ref: `api${ref}` });
    this.bodies.set(ref, found);
    return found;
  }
}
