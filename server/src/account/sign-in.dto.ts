import {
  type Account,
  accountLimits,
  type DemonstrationPerson,
  type Session,
} from '@niangjia/shared';
import { Moment, Part, Text } from '../platform/http/fields';
import { AccountView } from './account.dto';

/** Exactly one of the two. */
export class SignInBody {
  @Text({ ...accountLimits.wechatCodeChars, optional: true, description: 'wx.login 给的 code' })
  wechatCode?: string;

  @Text({ ...accountLimits.demonstrationIdChars, optional: true, description: '只在演示里' })
  demonstration?: string;
}

export class SessionView implements Session {
  @Text({ description: '只给这一次' })
  token!: string;

  @Moment()
  expiresAt!: string;

  @Part(() => AccountView)
  account!: Account;
}

export class DemonstrationPersonView implements DemonstrationPerson {
  @Text()
  id!: string;

  @Text()
  name!: string;

  @Text()
  role!: string;
}
