import { Module } from '@nestjs/common';
import { NamesModule } from '../names';
import { Divisions } from './division.service';
import { FederationController } from './federation.controller';
import { Federations } from './federation.service';

@Module({
  imports: [NamesModule],
  controllers: [FederationController],
  providers: [Federations, Divisions],
  exports: [Federations, Divisions],
})
export class FederationModule {}
