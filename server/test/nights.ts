import { SchedulerRegistry } from '@nestjs/schedule';
import type { TestApp } from './app';

/** Does all that is done by the clock, once; answers how many things that were. */
export async function aNight({ app }: Pick<TestApp, 'app'>): Promise<number> {
  const jobs = [...app.get(SchedulerRegistry).getCronJobs().values()];
  for (const job of jobs) {
    job.waitForCompletion = true;
    await job.fireOnTick();
  }
  return jobs.length;
}
