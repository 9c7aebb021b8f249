import { type RefusalBody, type RefusalCode, type RefusalEntry, refusals } from '@niangjia/shared';

export interface RefusalDetails {
  /** What to do about each faulty field, by its path in the input. */
  fields?: Record<string, string>;
  retryAfterSeconds?: number;
  /** Said instead of the catalogue's sentence, by a place that knows better what to do next. */
  message?: string;
}

/** The one way to say no: a code of the catalogue. Becomes the reply; nothing else of it is sent. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: RefusalEntry['status'];

  constructor(
    readonly code: RefusalCode,
    readonly details: RefusalDetails = {},
  ) {
    super(code);
    this.status = refusals[code].status;
  }

  get body(): RefusalBody {
    const { fields, message = refusals[this.code].message } = this.details;
    return { code: this.code, message, ...(fields && { fields }) };
  }
}
