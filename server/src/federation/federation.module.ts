import { Module } from '@nestjs/common';
import { NamesModule } from '../names';
import { Divisions } from './division.service';
import { FederationCounts } from './federation-counts.service';
import { FederationMoves } from './federation-moves.service';
import { FederationController } from './federation.controller';
import { Federations } from './federation.service';

@Module({
  imports: [NamesModule],
  controllers: [FederationController],
  providers: [Federations, FederationCounts, FederationMoves, Divisions],
  exports: [Federations, FederationCounts, FederationMoves, Divisions],
})
export class FederationModule {}
