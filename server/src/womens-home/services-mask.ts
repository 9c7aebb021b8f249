import { womensHomeServices, type WomensHomeService } from '@niangjia/shared';

/** One bit a service, by its place in the list: new services go to the end of that list. */
export const maskOf = (services: readonly WomensHomeService[]): number =>
  services.reduce((mask, service) => mask | (1 << womensHomeServices.indexOf(service)), 0);

const read = (mask: number): WomensHomeService[] =>
  womensHomeServices.filter((_, bit) => mask & (1 << bit));

/** A list for each of the thousand combinations that there can be, made when it is first met. */
const lists: WomensHomeService[][] = [];

export const servicesIn = (mask: number): WomensHomeService[] => (lists[mask] ??= read(mask));
