import { Module } from '@nestjs/common';
import { WomensHomes } from './womens-homes';

@Module({ providers: [WomensHomes], exports: [WomensHomes] })
export class WomensHomeModule {}
