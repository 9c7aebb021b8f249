import { endpoint } from '@niangjia/shared';
import { Controller, type DynamicModule, Module, Req, type Type } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { assemble } from '../src/app';
import type { Config } from '../src/platform/config';
import { Allow } from '../src/platform/http/allow';
import { CheckedBody, CheckedQuery } from '../src/platform/http/checked';
import {
  Flag,
  FreeText,
  ListOf,
  Moment,
  OneOf,
  Part,
  Text,
  WholeNumber,
} from '../src/platform/http/fields';
import { HttpModule } from '../src/platform/http/http.module';
import { Limit } from '../src/platform/http/limits';
import { LimitsModule } from '../src/platform/http/limits.module';
import { Once } from '../src/platform/http/once';
import { Refuses, Replies } from '../src/platform/http/replies';
import type { ApiRequest } from '../src/platform/http/request';
import { Route } from '../src/platform/http/route';
import { PlatformModule } from '../src/platform/platform.module';
import { openDatabase } from '../src/tables';
import { TestClock } from './clock';
import { testConfig } from './config';
import { aDatabase } from './databases';

class Guest {
  @Text({ max: 4 }) name!: string;
}

class Letter {
  @FreeText({ max: 10 }) text!: string;
  @OneOf(['plain', 'urgent']) kind!: string;
  @WholeNumber({ min: 1, max: 9, optional: true }) copies?: number;
  @Part(() => Guest, { optional: true }) to?: Guest;
  @ListOf(() => Guest, { max: 2, optional: true }) guests?: Guest[];
}

class Asked {
  @WholeNumber({ max: 100, optional: true }) limit?: number;
  @Flag({ optional: true }) openNow?: boolean;
  @Moment({ optional: true }) openAt?: string;
  @ListOf(['a', 'b'], { optional: true }) service?: string[];
}

class Sent {
  @Text() text!: string;
}

class Count {
  @WholeNumber() count!: number;
}

const paths = {
  letters: endpoint<{ body: Letter; reply: Sent }>()('POST', '/letters'),
  asked: endpoint<{ query: Asked; reply: object }>()('GET', '/asked'),
  made: endpoint<{ body: Letter; reply: Count }>()('POST', '/made'),
  asking: endpoint<{ reply: Count }>()('POST', '/asking'),
  claiming: endpoint<{ reply: Count }>()('POST', '/claiming'),
  breaks: endpoint<{ body: Letter; reply: Count }>()('POST', '/breaks/:how'),
};

/** How a request of the probe breaks, for the test of what is said and logged then. */
export const breaks: { next: () => unknown } = { next: () => undefined };

/** What the probe's work does before it ends, so that a test can hold it. */
export const made = { count: 0, hold: Promise.resolve() };

@Controller()
class Probe {
  constructor(private readonly once: Once) {}

  @Route(paths.letters)
  @Allow('anyone')
  @Replies(Sent)
  letters(@CheckedBody() { text }: Letter): Sent {
    return { text };
  }

  @Route(paths.asked)
  @Allow('anyone')
  asked(@CheckedQuery() query: Asked): object {
    return { ...query };
  }

  @Route(paths.made, { creates: true })
  @Allow('anyone')
  @Replies(Count)
  @Refuses('changed_meanwhile')
  make(@Req() request: ApiRequest, @CheckedBody() letter: Letter): Promise<Count> {
    const make = async (): Promise<Count> => {
      await made.hold;
      made.count += letter.copies ?? 1;
      await breaks.next();
      return { count: made.count };
    };
    return this.once.run(request, make, 'her_own');
  }

  @Route(paths.asking)
  @Allow('anyone')
  @Limit('ask')
  @Replies(Count)
  asking(): Count {
    return { count: 1 };
  }

  @Route(paths.claiming)
  @Allow('anyone')
  @Limit('claim')
  @Replies(Count)
  claiming(): Count {
    return { count: 1 };
  }

  @Route(paths.breaks)
  @Allow('anyone')
  @Replies(Count)
  async break(@CheckedBody() letter: Letter): Promise<Count> {
    await breaks.next();
    return { count: letter.copies ?? 0 };
  }
}

@Module({})
class ProbeModule {}

export interface ProbeApp {
  app: NestFastifyApplication;
  clock: TestClock;
  log: string[];
  close(): Promise<void>;
}

/** The HTTP side of the application with routes of the test's own. */
export async function startProbe(
  given: Partial<Config> = {},
  controllers: Type[] = [Probe],
): Promise<ProbeApp> {
  const { drop, ...database } = await aDatabase();
  const config = testConfig({ ...database, ...given });
  const clock = new TestClock();
  const dataSource = await openDatabase(config, clock);
  const root: DynamicModule = {
    module: ProbeModule,
    imports: [
      PlatformModule.of({ config, clock, dataSource }),
      ScheduleModule.forRoot(),
      HttpModule,
      LimitsModule,
    ],
    controllers,
  };
  const log: string[] = [];
  const close = async (app?: NestFastifyApplication): Promise<void> => {
    await (app ? app.close() : dataSource.destroy());
    await drop();
  };
  try {
    const app = await assemble(root, config, { write: (line) => void log.push(line) });
    return { app, clock, log, close: () => close(app) };
  } catch (fault) {
    await close();
    throw fault;
  }
}
