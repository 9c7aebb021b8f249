import { Module } from '@nestjs/common';
import { AccountModule } from '../account';
import { AuditModule } from '../audit';
import { FederationModule } from '../federation';
import { NamesModule } from '../names';
import { DeskHomeController } from './desk.controller';
import { DeskHomes } from './desk.service';
import { KnownCells } from './known-cells';
import { Nearest } from './nearest';
import { PlaceSearchController } from './place-search.controller';
import { PlaceSearch } from './place-search.service';
import { PosterController } from './poster.controller';
import { PosterCodeController } from './poster-codes.controller';
import { PosterCodes } from './poster-codes.service';
import { WomensHomeController } from './womens-home.controller';
import { ListedHomes } from './womens-home.service';
import { WomensHomes } from './womens-homes';

@Module({
  imports: [AccountModule, AuditModule, FederationModule, NamesModule],
  controllers: [
    WomensHomeController,
    PlaceSearchController,
    PosterController,
    DeskHomeController,
    PosterCodeController,
  ],
  providers: [WomensHomes, ListedHomes, PlaceSearch, DeskHomes, PosterCodes, Nearest, KnownCells],
  exports: [WomensHomes],
})
export class WomensHomeModule {}
