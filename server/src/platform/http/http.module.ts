import { Module } from '@nestjs/common';
import { APP_FILTER, DiscoveryModule } from '@nestjs/core';
import { IdempotencyPurge } from './idempotency-purge';
import { Once } from './once';
import { RefusalFilter } from './refusal.filter';
import { Routes } from './routes';

@Module({
  imports: [DiscoveryModule],
  providers: [{ provide: APP_FILTER, useClass: RefusalFilter }, Routes, Once, IdempotencyPurge],
  exports: [Once, Routes],
})
export class HttpModule {}
