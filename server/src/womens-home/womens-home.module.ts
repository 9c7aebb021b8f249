import { Module } from '@nestjs/common';
import { AccountModule } from '../account';
import { AuditModule } from '../audit';
import { FederationModule } from '../federation';
import { DeskHomeController } from './desk.controller';
import { DeskHomes } from './desk.service';
import { KnownCells } from './known-cells';
import { Nearest } from './nearest';
import { PosterController } from './poster.controller';
import { PosterCodeController } from './poster-codes.controller';
import { PosterCodes } from './poster-codes.service';
import { WomensHomeController } from './womens-home.controller';
import { ListedHomes } from './womens-home.service';
import { WomensHomes } from './womens-homes';

@Module({
  imports: [AccountModule, AuditModule, FederationModule],
  controllers: [WomensHomeController, PosterController, DeskHomeController, PosterCodeController],
  providers: [WomensHomes, ListedHomes, DeskHomes, PosterCodes, Nearest, KnownCells],
  exports: [WomensHomes],
})
export class WomensHomeModule {}
