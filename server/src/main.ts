import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { makeApp } from './app';
import { peopleInLines, prepareDemonstration } from './demonstration';
import { Clock } from './platform/clock';
import { type Config, ConfigFault, readConfig } from './platform/config';
import { holdAlone, whyNotDurable } from './platform/database/whole';
import { asStartFault, StartFault } from './platform/start-fault';
import { endOnUncaught, stopOnSignals } from './platform/stop';
import { openDatabase } from './tables';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function database(config: Config, clock: Clock): Promise<DataSource> {
  try {
    holdAlone(config);
    return await openDatabase(config, clock);
  } catch (fault) {
    throw asStartFault(fault, 'Opening', config.databaseUrl ? 'the database' : config.dataDir);
  }
}

async function listen(app: NestFastifyApplication, { host, port }: Config): Promise<void> {
  try {
    await app.listen(port, host);
  } catch (fault) {
    throw asStartFault(fault, 'Listening on', `${host}:${port}`);
  }
}

async function start(): Promise<void> {
  const config = readConfig();
  const clock = new Clock();
  const dataSource = await database(config, clock);
  const app = await makeApp({ config, clock, dataSource });
  if (config.mode === 'demonstration') await prepareDemonstration(app);

  const { log } = app.getHttpAdapter().getInstance();
  endOnUncaught(log);
  stopOnSignals(app, log);
  for (const line of await whyNotDurable(dataSource))
    log.error(`answered writes may be lost at a power cut: ${line}`);
  await listen(app, config);

  const address = await app.getUrl();
  say(`\n${address}/           the mini-program in a browser`);
  say(`${address}/api/docs   the interface, to read; /api/openapi.json, to use`);
  say(`${address}/api/health what is well and what is not\n`);
  if (config.mode === 'demonstration') (await peopleInLines(app)).forEach(say);
}

start().catch((fault: unknown) => {
  const lines = fault instanceof ConfigFault ? fault.faults : undefined;
  const line = fault instanceof StartFault ? fault.message : undefined;
  process.stderr.write(`${lines?.join('\n') ?? line ?? String((fault as Error).stack)}\n`);
  process.exit(1);
});
