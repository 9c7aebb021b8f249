import { copy } from './clipboard';
import type { Destination, Shown } from './destination';

/** A browser has no map that works without a vendor's key: the address is copied. */
export async function routeTo({ name, address }: Destination): Promise<Shown> {
  return (await copy(`${name} ${address}`)) ? 'copied' : 'none';
}
