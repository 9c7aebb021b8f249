import { type DeskPost, postKinds } from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Accounts, type Person } from '../account';
import { Audit } from '../audit';
import { Federations, idsOf } from '../federation';
import { Refusal } from '../platform/http/refusal';
import { DeskFederations } from './desk-federations';

/** Who holds which post, and the end of it. */
@Injectable()
export class Posts {
  constructor(
    private readonly desk: DeskFederations,
    private readonly federations: Federations,
    private readonly accounts: Accounts,
    private readonly audit: Audit,
  ) {}

  async of(db: EntityManager, person: Person, federationId: string): Promise<DeskPost[]> {
    await this.desk.one(db, person, 'post.appoint', federationId);
    const rows = await this.accounts.postsIn(db, [federationId], postKinds);
    const names = await this.accounts.namesOf(
      db,
      rows.map(({ accountId }) => accountId),
    );
    return rows.map(({ id, kind, accountId, fromDay, toDay }) => ({
      ...{ id, kind, fromDay, toDay },
      name: names.get(accountId) ?? '',
    }));
  }

  /** From the next request on she may no longer do what it let her do. */
  async end(tx: EntityManager, person: Person, postId: string): Promise<void> {
    const post = await this.accounts.heldPost(tx, postId);
    if (!post) throw new Refusal('post_not_found');
    const [federation] = await this.federations.rowsOf(tx, [post.federationId]);
    if (!federation || !this.desk.reaches(person, 'post.appoint', federation))
      throw new Refusal('post_not_found');
    if (post.kind === 'chair') await this.refuseLast(tx, postId, idsOf(federation.path));

    if (!(await this.accounts.endPost(tx, postId))) throw new Refusal('changed_meanwhile');
    const subject = { type: 'post', id: postId };
    await this.audit.record(tx, { accountId: person.accountId, act: 'end', subject });
  }

  /** Somebody must be left who may give posts in this branch: a head here or above. */
  private async refuseLast(tx: EntityManager, postId: string, chain: string[]): Promise<void> {
    await this.accounts.holdPosts(tx, chain, 'chair');
    if (!(await this.accounts.hasHead(tx, chain, postId))) throw new Refusal('last_head');
  }
}
