import { isIPv6 } from 'node:net';

const groups = (part: string): string[] => (part === '' ? [] : part.split(':'));

/**
 * The address as limits count it: IPv4 whole, IPv6 by its /64, which is what one household gets
 * (RFC 6177). An IPv4 address in IPv6 form counts as IPv4.
 */
export function countedAddress(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined || !isIPv6(address)) return mapped ?? address;

  const [head = '', tail = ''] = address.split('%')[0]!.split('::');
  const filled = 8 - groups(head).length - groups(tail).length;
  const all = [...groups(head), ...Array<string>(Math.max(0, filled)).fill('0'), ...groups(tail)];
  return all
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':');
}
