import {
  type Account,
  accountEndpoints,
  type ElderChoice,
  type MeDeleted,
  type MyData,
  type MySession,
  type Page,
} from '@niangjia/shared';
import { Controller, Header } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Allow } from '../platform/http/allow';
import { CheckedBody, CheckedParams } from '../platform/http/checked';
import { IdParams } from '../platform/http/id.dto';
import { Limit } from '../platform/http/limits';
import { Refuses, Replies } from '../platform/http/replies';
import { Route } from '../platform/http/route';
import {
  AccountView,
  ElderBody,
  ElderChoiceView,
  MySessionView,
  SessionEndedView,
} from './account.dto';
import { Accounts } from './account.service';
import { DeleteMeBody, MeDeletedView, MyDataView } from './leaving.dto';
import { Leaving } from './leaving.service';
import { type Person, Who } from './person';
import { Sessions } from './session.service';

/** What is hers: who she is, where she is signed in, what is kept of her. */
@Controller()
export class MeController {
  constructor(
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly leaving: Leaving,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Route(accountEndpoints.me)
  @Allow('signed_in')
  @Replies(AccountView)
  me(@Who() { accountId }: Person): Promise<Account> {
    return this.accounts.one(accountId, this.unitOfWork.reader);
  }

  @Route(accountEndpoints.elder)
  @Allow('signed_in')
  @Replies(ElderChoiceView)
  elder(@Who() { accountId }: Person): Promise<ElderChoice> {
    return this.accounts.elderOf(this.unitOfWork.reader, accountId);
  }

  @Route(accountEndpoints.chooseElder)
  @Allow('signed_in')
  @Replies(ElderChoiceView)
  chooseElder(
    @Who() { accountId }: Person,
    @CheckedBody() { elder }: ElderBody,
  ): Promise<ElderChoice> {
    return this.unitOfWork.run((tx) => this.accounts.chooseElder(tx, accountId, elder));
  }

  @Route(accountEndpoints.signOut)
  @Allow('signed_in')
  @Replies(SessionEndedView)
  async signOut(@Who() person: Person): Promise<{ ended: boolean }> {
    await this.sessions.end(person);
    return { ended: true };
  }

  @Route(accountEndpoints.mySessions)
  @Allow('signed_in')
  @Replies(MySessionView, { page: true })
  async mySessions(@Who() person: Person): Promise<Page<MySession>> {
    return { items: await this.sessions.mine(person), next: null };
  }

  @Route(accountEndpoints.endSession)
  @Allow('signed_in')
  @Replies(SessionEndedView)
  @Refuses('session_not_found')
  async endSession(
    @Who() person: Person,
    @CheckedParams() { id }: IdParams,
  ): Promise<{ ended: boolean }> {
    await this.sessions.endOne(person, id);
    return { ended: true };
  }

  @Route(accountEndpoints.myData)
  @Header('content-disposition', 'attachment; filename="my-data.json"')
  @Allow('signed_in')
  @Limit('write')
  @Replies(MyDataView)
  myData(@Who() { accountId }: Person): Promise<MyData> {
    return this.leaving.dataOf(accountId);
  }

  @Route(accountEndpoints.deleteMe)
  @Allow('signed_in')
  @Replies(MeDeletedView)
  @Refuses('holds_post')
  deleteMe(@Who() { accountId }: Person, @CheckedBody() _: DeleteMeBody): Promise<MeDeleted> {
    return this.leaving.leave(accountId);
  }
}
