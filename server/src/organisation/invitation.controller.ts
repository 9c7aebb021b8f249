import {
  type Account,
  type DeskPost,
  type Invitation,
  invitationEndpoints,
  type NewInvitation,
  type Page,
} from '@niangjia/shared';
import { Controller, Req } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Accounts, AccountView, type Person, Who } from '../account';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Allow, StepUp } from '../platform/http/allow';
import { CheckedBody, CheckedParams } from '../platform/http/checked';
import { IdParams } from '../platform/http/id.dto';
import { Limit } from '../platform/http/limits';
import { Once } from '../platform/http/once';
import { Refuses, Replies } from '../platform/http/replies';
import type { ApiRequest } from '../platform/http/request';
import { Route } from '../platform/http/route';
import {
  DeskPostView,
  InvitationCodeBody,
  InvitationView,
  InviteBody,
  NewInvitationView,
  PostEndedView,
  WithdrawnView,
} from './invitation.dto';
import { Invitations } from './invitations.service';
import { Posts } from './posts.service';

/** Posts: given by invitation, ended by a head. */
@Controller()
export class InvitationController {
  constructor(
    private readonly invitations: Invitations,
    private readonly held: Posts,
    private readonly accounts: Accounts,
    private readonly once: Once,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Route(invitationEndpoints.posts)
  @Allow('post.appoint')
  @Replies(DeskPostView, { page: true })
  @Refuses('federation_not_found')
  async posts(@Who() person: Person, @CheckedParams() { id }: IdParams): Promise<Page<DeskPost>> {
    return { items: await this.held.of(this.unitOfWork.reader, person, id), next: null };
  }

  @Route(invitationEndpoints.endPost)
  @Allow('post.appoint')
  @StepUp()
  @Replies(PostEndedView)
  @Refuses('post_not_found', 'last_head', 'changed_meanwhile')
  async endPost(
    @Who() person: Person,
    @CheckedParams() { id }: IdParams,
  ): Promise<{ ended: boolean }> {
    await this.unitOfWork.run((tx) => this.held.end(tx, person, id));
    return { ended: true };
  }

  @Route(invitationEndpoints.list)
  @Allow('post.appoint')
  @Replies(InvitationView, { page: true })
  @Refuses('federation_not_found')
  async list(@Who() person: Person, @CheckedParams() { id }: IdParams): Promise<Page<Invitation>> {
    return { items: await this.invitations.list(this.unitOfWork.reader, person, id), next: null };
  }

  @Route(invitationEndpoints.invite, { creates: true })
  @Allow('post.appoint')
  @StepUp()
  @Replies(NewInvitationView)
  @Refuses('federation_not_found', 'day_is_over')
  invite(
    @Req() request: ApiRequest,
    @Who() person: Person,
    @CheckedParams() { id }: IdParams,
    @CheckedBody() body: InviteBody,
  ): Promise<NewInvitation> {
    return this.once.run(
      request,
      (tx) => this.invitations.invite(tx, person, id, body),
      (tx) => this.invitations.list(tx, person, id),
    );
  }

  @Route(invitationEndpoints.withdraw)
  @Allow('post.appoint')
  @Replies(WithdrawnView)
  @Refuses('invitation_not_found')
  async withdraw(
    @Who() person: Person,
    @CheckedParams() { id }: IdParams,
  ): Promise<{ withdrawn: boolean }> {
    await this.unitOfWork.run((tx) => this.invitations.withdraw(tx, person, id));
    return { withdrawn: true };
  }

  @Route(invitationEndpoints.read)
  @Allow('signed_in')
  @Limit('claim')
  @Replies(InvitationView)
  @Refuses('invitation_not_found')
  read(@CheckedBody() { code }: InvitationCodeBody): Promise<Invitation> {
    return this.invitations.read(this.unitOfWork.reader, code);
  }

  @Route(invitationEndpoints.take, { creates: true })
  @Allow('signed_in')
  @Limit('claim')
  @Replies(AccountView)
  @Refuses('invitation_not_found', 'holds_it_already')
  take(
    @Req() request: ApiRequest,
    @Who() { accountId }: Person,
    @CheckedBody() { code }: InvitationCodeBody,
  ): Promise<Account> {
    const take = async (tx: EntityManager): Promise<Account> => {
      await this.invitations.take(tx, accountId, code);
      return this.accounts.one(accountId, tx);
    };
    return this.once.run(request, take, 'her_own');
  }
}
