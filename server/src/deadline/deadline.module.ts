import { Module } from '@nestjs/common';
import { Deadlines } from './deadline.service';

@Module({ providers: [Deadlines], exports: [Deadlines] })
export class DeadlineModule {}
