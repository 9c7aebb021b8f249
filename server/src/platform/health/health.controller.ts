import { Controller, Get, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { HealthCheckService, type HealthCheckResult } from '@nestjs/terminus';
import { Allow } from '../http/allow';
import { DatabaseHealth } from './database.health';
import { UnhealthyFilter } from './unhealthy.filter';

@Controller()
@ApiExcludeController()
@UseFilters(UnhealthyFilter)
export class HealthController {
  private looking: Promise<HealthCheckResult> | undefined;

  constructor(
    private readonly health: HealthCheckService,
    private readonly database: DatabaseHealth,
  ) {}

  /** Everything, with what is wrong in words. However many ask meanwhile, it is looked at once. */
  @Get('/api/health')
  @Allow('anyone')
  all(): Promise<HealthCheckResult> {
    this.looking ??= this.look().finally(() => (this.looking = undefined));
    return this.looking;
  }

  /** The process runs; a supervisor restarts it when this fails. */
  @Get('/api/health/live')
  @Allow('anyone')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** Requests may be sent here; not while it stops. */
  @Get('/api/health/ready')
  @Allow('anyone')
  ready(): Promise<HealthCheckResult> {
    return this.all();
  }

  private look(): Promise<HealthCheckResult> {
    return this.health.check([() => this.database.answers(), () => this.database.isMigrated()]);
  }
}
