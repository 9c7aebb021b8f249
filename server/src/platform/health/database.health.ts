import { Injectable } from '@nestjs/common';
import { type HealthIndicatorResult, HealthIndicatorService } from '@nestjs/terminus';
import { DataSource } from 'typeorm';

const patienceMs = 2000;

const within = <T>(work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('late')), patienceMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};

@Injectable()
export class DatabaseHealth {
  constructor(
    private readonly indicators: HealthIndicatorService,
    private readonly dataSource: DataSource,
  ) {}

  async answers(): Promise<HealthIndicatorResult> {
    const indicator = this.indicators.check('database');
    try {
      // As whoever writes would: a disk that does not keep what it is told still answers those who read.
      await within(this.dataSource.transaction((tx) => tx.query('SELECT 1')));
      return indicator.up();
    } catch {
      return indicator.down(
        '数据库没有回答，或写不进去。看看它是否在运行、DATABASE_URL 对不对、磁盘满没满、坏没坏，再重新启动一次服务。',
      );
    }
  }

  async isMigrated(): Promise<HealthIndicatorResult> {
    const indicator = this.indicators.check('migrations');
    try {
      const pending = await within(this.dataSource.showMigrations());
      return pending ? indicator.down('数据库的表还是旧的。重新启动一次服务。') : indicator.up();
    } catch {
      return indicator.down('看不到数据库的表是不是最新的。先让数据库回来。');
    }
  }
}
