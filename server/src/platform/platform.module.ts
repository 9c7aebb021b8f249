import { type DynamicModule, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from './clock';
import { Config } from './config';
import { Cipher } from './crypto/cipher';
import { UnitOfWork } from './database/unit-of-work';
import { PrintFont } from './print/print-font';

/** Closes the database after the last request was answered. */
@Injectable()
class DatabaseCloses implements OnApplicationShutdown {
  constructor(private readonly dataSource: DataSource) {}

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}

export interface PlatformParts {
  config: Config;
  clock: Clock;
  /** Connected and migrated. */
  dataSource: DataSource;
}

@Module({})
export class PlatformModule {
  static of({ config, clock, dataSource }: PlatformParts): DynamicModule {
    return {
      module: PlatformModule,
      global: true,
      providers: [
        { provide: Config, useValue: config },
        { provide: Clock, useValue: clock },
        { provide: DataSource, useValue: dataSource },
        Cipher,
        UnitOfWork,
        PrintFont,
        DatabaseCloses,
      ],
      exports: [Config, Clock, DataSource, Cipher, UnitOfWork, PrintFont],
    };
  }
}
