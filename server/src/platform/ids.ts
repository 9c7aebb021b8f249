import { randomBytes, randomInt } from 'node:crypto';
import { ulid } from 'ulid';

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const idChars = 26;
const wellFormed = /^[0-9A-HJKMNP-TV-Z]{26}$/;
export const idPattern = wellFormed.source;

export const isId = (value: unknown): value is string =>
  typeof value === 'string' && wellFormed.test(value);

/** A ULID: 26 characters that sort by the time they were made. Never a secret. */
export const newId = (): string => ulid(undefined, fraction);

/** Node keeps chance in store for it: the package's own way asks the system for each character. */
const fraction = (): number => randomInt(crockford.length) / crockford.length;

/** 26 characters of chance alone (130 bits): for rows whose time must not be read from their id. */
export const randomId = (): string =>
  Array.from(randomBytes(idChars), (byte) => crockford[byte % crockford.length]).join('');
