import { womensHomeServices, type WomensHomeService } from '@niangjia/shared';

/** One bit a service, by its place in the list: new services go to the end of that list. */
export const maskOf = (services: readonly WomensHomeService[]): number =>
  services.reduce((mask, service) => mask | (1 << womensHomeServices.indexOf(service)), 0);

export const servicesIn = (mask: number): WomensHomeService[] =>
  womensHomeServices.filter((_, bit) => mask & (1 << bit));
