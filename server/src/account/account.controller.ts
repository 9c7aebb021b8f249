import { type Account, accountEndpoints } from '@niangjia/shared';
import { Controller } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Allow } from '../platform/http/allow';
import { Replies } from '../platform/http/replies';
import { Route } from '../platform/http/route';
import { AccountView, SessionEndedView } from './account.dto';
import { Accounts } from './account.service';
import { type Person, Who } from './person';
import { Sessions } from './session.service';

@Controller()
export class AccountController {
  constructor(
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Route(accountEndpoints.me)
  @Allow('signed_in')
  @Replies(AccountView)
  me(@Who() { accountId }: Person): Promise<Account> {
    return this.accounts.one(accountId, this.unitOfWork.reader);
  }

  @Route(accountEndpoints.signOut)
  @Allow('signed_in')
  @Replies(SessionEndedView)
  async signOut(@Who() person: Person): Promise<{ ended: boolean }> {
    await this.sessions.end(person);
    return { ended: true };
  }
}
