import { Injectable, type OnModuleInit, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { type Right, rightsOf } from './allow';

export interface SeenRoute {
  name: string;
  method: string;
  path: string;
  handler: object;
}

/** Every route of every controller, for what must be true of all of them. */
@Injectable()
export class Routes implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  /** No door is open by oversight: a route that names nobody stops the start. */
  onModuleInit(): void {
    const open = this.all().filter(({ handler }) => rightsOf(handler) === undefined);
    if (open.length === 0) return;
    throw new Error(`routes without @Allow: ${open.map(({ name }) => name).join(', ')}`);
  }

  /** The methods that an address knows; none when there is no such address. */
  methodsAt(path: string): string[] {
    return this.all()
      .filter((route) => patternOf(route.path).test(path))
      .map(({ method }) => method);
  }

  all(): SeenRoute[] {
    return this.discovery
      .getControllers()
      .flatMap(({ metatype }) => routesOf(metatype, this.scanner));
  }
}

const patternOf = (path: string): RegExp => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`);

function routesOf(controller: unknown, scanner: MetadataScanner): SeenRoute[] {
  const { prototype, name } = controller as { prototype: Record<string, object>; name: string };
  return scanner.getAllMethodNames(prototype).flatMap((method) => {
    const handler = prototype[method]!;
    const path = Reflect.getMetadata(PATH_METADATA, handler) as string | string[] | undefined;
    if (path === undefined) return [];
    const verb = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod];
    return [path]
      .flat()
      .map((at) => ({ name: `${name}.${method}`, method: verb, path: at, handler }));
  });
}

export const isPublic = (handler: object): boolean =>
  rightsOf(handler)?.includes('anyone' satisfies Right) ?? false;
