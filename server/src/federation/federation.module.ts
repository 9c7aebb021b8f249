import { Module } from '@nestjs/common';
import { Divisions } from './division.service';
import { FederationController } from './federation.controller';
import { Federations } from './federation.service';

@Module({
  controllers: [FederationController],
  providers: [Federations, Divisions],
  exports: [Federations, Divisions],
})
export class FederationModule {}
