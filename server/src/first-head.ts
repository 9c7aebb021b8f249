import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { claimCodeInGroups } from '@niangjia/shared';
import { AppModule } from './app.module';
import { runCommand, say } from './command';
import { Federations } from './federation';
import { Invitations } from './organisation';
import { Clock } from './platform/clock';
import { readConfig } from './platform/config';
import { UnitOfWork } from './platform/database/unit-of-work';
import { Refusal } from './platform/http/refusal';
import { StartFault } from './platform/start-fault';
import { openDatabase } from './tables';

const said = (fault: unknown): unknown =>
  fault instanceof Refusal ? new StartFault(fault.message) : fault;

/** Says the digits by which the first head of a federation takes her post. */
runCommand(async () => {
  const config = readConfig();
  const clock = new Clock();
  const dataSource = await openDatabase(config, clock);
  const root = AppModule.of({ config, clock, dataSource });
  const app = await NestFactory.createApplicationContext(root, { logger: false });
  const invite = app.get(UnitOfWork).run(async (tx) => {
    const federation = await app.get(Federations).rowOf(tx, process.argv[2] ?? '');
    return app.get(Invitations).inviteFirstHead(tx, federation);
  });
  const { federationName, expiresAt, code } = await invite
    .catch((fault: unknown) => Promise.reject(said(fault) as Error))
    .finally(() => app.close());
  say(`${federationName}: ${claimCodeInGroups(code)}, until ${expiresAt}`);
  return true;
});
