import { Module } from '@nestjs/common';
import { WeChat } from './wechat.service';

@Module({ providers: [WeChat], exports: [WeChat] })
export class WeChatModule {}
