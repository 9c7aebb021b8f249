import { randomBytes } from 'node:crypto';
import { ulid } from 'ulid';

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const idChars = 26;

/** A ULID: 26 characters that sort by the time they were made. Never a secret. */
export const newId = (): string => ulid();

/** 26 characters of chance alone (130 bits): for rows whose time must not be read from their id. */
export const randomId = (): string =>
  Array.from(randomBytes(idChars), (byte) => crockford[byte % crockford.length]).join('');
