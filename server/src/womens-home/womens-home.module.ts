import { Module } from '@nestjs/common';
import { FederationModule } from '../federation';
import { KnownCells } from './known-cells';
import { Nearest } from './nearest';
import { PosterController } from './poster.controller';
import { WomensHomeController } from './womens-home.controller';
import { ListedHomes } from './womens-home.service';
import { WomensHomes } from './womens-homes';

@Module({
  imports: [FederationModule],
  controllers: [WomensHomeController, PosterController],
  providers: [WomensHomes, ListedHomes, Nearest, KnownCells],
  exports: [WomensHomes],
})
export class WomensHomeModule {}
