import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Allow } from '../platform/http/allow';
import type { ApiReply, ApiRequest } from '../platform/http/request';
import { ListedHomes } from './womens-home.service';

/** The address that is printed on the wall: pages for a browser, JSON for everything else. */
@Controller()
@ApiExcludeController()
export class PosterController {
  constructor(private readonly homes: ListedHomes) {}

  @Get('/q/:code')
  @Allow('anyone')
  async open(
    @Param('code') code: string,
    @Req() { headers }: ApiRequest,
    @Res() reply: ApiReply,
  ): Promise<void> {
    void reply.header('cache-control', 'no-store').header('vary', 'accept');
    if (headers.accept?.includes('text/html')) {
      await reply.redirect(pageFor(code, await this.homes.isKnown(code)), 302);
      return;
    }
    await reply.send(await this.homes.scanned(code));
  }
}

const pageFor = (code: string, known: boolean): string =>
  known
    ? `/#/women/womens-home/index?code=${encodeURIComponent(code)}`
    : '/#/women/town/index?unknown=1';
