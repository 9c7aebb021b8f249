import { SchedulerRegistry } from '@nestjs/schedule';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { makeApp } from '../src/app';
import type { Config } from '../src/platform/config';
import { openDatabase } from '../src/tables';
import { TestClock } from './clock';
import { testConfig } from './config';
import { aDatabase } from './databases';
import { Http } from './http';

export interface TestApp {
  app: NestFastifyApplication;
  http: Http;
  clock: TestClock;
  dataSource: DataSource;
  /** Every log line so far. */
  log: string[];
  close(): Promise<void>;
}

/** The real application on a database of its own, with a clock that is told the time. */
export async function startApp(
  given: { clock?: TestClock; config?: Partial<Config> } = {},
): Promise<TestApp> {
  const { drop, ...database } = await aDatabase();
  const config = testConfig({ ...database, ...given.config });
  const clock = given.clock ?? new TestClock();
  const dataSource = await openDatabase(config);
  const log: string[] = [];
  const sink = { write: (line: string): void => void log.push(line) };
  const app = await makeApp({ config, clock, dataSource }, sink);
  await app.getHttpAdapter().getInstance().ready();
  // What comes by the hour comes when a test says so, not when the real clock strikes.
  for (const job of app.get(SchedulerRegistry).getCronJobs().values()) await job.stop();

  const close = async (): Promise<void> => {
    await app.close();
    await drop();
  };
  return { app, http: new Http(app), clock, dataSource, log, close };
}
