import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { SecondFactors } from './account';
import { AppModule } from './app.module';
import { runCommand, say } from './command';
import { Clock } from './platform/clock';
import { readConfig } from './platform/config';
import { UnitOfWork } from './platform/database/unit-of-work';
import { openDatabase } from './tables';

/** Removes the second factor of one account and ends its sessions: she sets up another. */
runCommand(async () => {
  const config = readConfig();
  const clock = new Clock();
  const dataSource = await openDatabase(config, clock);
  const root = AppModule.of({ config, clock, dataSource });
  const app = await NestFactory.createApplicationContext(root, { logger: false });
  const removed = await app
    .get(UnitOfWork)
    .run((tx) => app.get(SecondFactors).remove(tx, process.argv[2] ?? ''))
    .finally(() => app.close());
  say(removed ? 'removed; she is signed out everywhere' : 'that account has no second factor');
  return removed;
});
