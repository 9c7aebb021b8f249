import { Module } from '@nestjs/common';
import { DeadlineWatch } from './deadline-watch';
import { Deadlines } from './deadline.service';
import { Extensions } from './extension.service';

@Module({
  providers: [Deadlines, DeadlineWatch, Extensions],
  exports: [Deadlines, DeadlineWatch, Extensions],
})
export class DeadlineModule {}
