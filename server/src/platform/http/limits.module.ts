import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { LimitGuard } from './limits';

/** Stands after account in the list of modules: its guard wants to know the session. */
@Module({ providers: [{ provide: APP_GUARD, useClass: LimitGuard }] })
export class LimitsModule {}
