import { createHmac, randomInt } from 'node:crypto';
import {
  caseTicketLimits,
  dayOf,
  type Invitation,
  type Invite,
  type NewInvitation,
  readClaimCode,
  rfc3339,
} from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { type EntityManager, LessThanOrEqual, MoreThan } from 'typeorm';
import { Accounts, type Person, postKindsFor, retentionDays } from '../account';
import { Audit } from '../audit';
import { type FederationRow, Federations, withinBranch } from '../federation';
import { Clock } from '../platform/clock';
import { Config } from '../platform/config';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Refusal } from '../platform/http/refusal';
import { newId } from '../platform/ids';
import { DeskFederations } from './desk-federations';
import { PostInvitationRow } from './invitation.entity';

const dayMs = 86_400_000;
const newDigits = (): string =>
  Array.from({ length: caseTicketLimits.claimCodeDigits }, () => randomInt(10)).join('');

/** Posts are given by invitation: whoever has the digits takes it, once, signed in as herself. */
@Injectable()
export class Invitations {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: DeskFederations,
    private readonly federations: Federations,
    private readonly accounts: Accounts,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async invite(
    tx: EntityManager,
    person: Person,
    federationId: string,
    asked: Invite,
  ): Promise<NewInvitation> {
    const federation = await this.desk.one(tx, person, 'post.appoint', federationId);
    if (asked.toDay && asked.toDay < this.today()) throw new Refusal('day_is_over');
    return this.write(tx, person.accountId, federation, asked);
  }

  /** For a branch that has nobody yet who could invite. Refuses with `holds_it_already` when it has. */
  async inviteFirstHead(tx: EntityManager, federation: FederationRow): Promise<NewInvitation> {
    if (await this.accounts.hasHead(tx, [federation.id])) throw new Refusal('holds_it_already');
    return this.write(tx, null, federation, { kind: 'chair' });
  }

  async list(db: EntityManager, person: Person, federationId: string): Promise<Invitation[]> {
    const federation = await this.desk.one(db, person, 'post.appoint', federationId);
    const rows = await db.find(PostInvitationRow, {
      where: { federationId, expiresAt: MoreThan(this.clock.now()) },
      order: { id: 'ASC' },
    });
    return rows.map((row) => viewOf(row, federation));
  }

  async withdraw(tx: EntityManager, person: Person, id: string): Promise<void> {
    const row = await tx.findOneBy(PostInvitationRow, { id });
    const [federation] = row ? await this.federations.rowsOf(tx, [row.federationId]) : [];
    if (!federation || !this.desk.reaches(person, 'post.appoint', federation))
      throw new Refusal('invitation_not_found');
    const { affected } = await tx.delete(PostInvitationRow, { id });
    if (affected !== 1) throw new Refusal('invitation_not_found');
    await this.note(tx, person.accountId, id, 'withdraw');
  }

  async read(db: EntityManager, code: string): Promise<Invitation> {
    const { row, federation } = await this.found(db, code);
    return viewOf(row, federation);
  }

  /** The row is taken away first: of two who have the digits one gets it. */
  async take(tx: EntityManager, accountId: string, code: string): Promise<void> {
    await this.accounts.holdFor(tx, accountId);
    const { row, federation } = await this.found(tx, code);
    const { id, kind, toDay } = row;
    const held = await this.accounts.postsIn(tx, [federation.id], [kind]);
    if (held.some((post) => post.accountId === accountId)) throw new Refusal('holds_it_already');
    const { affected } = await tx.delete(PostInvitationRow, { id });
    if (affected !== 1) throw new Refusal('invitation_not_found');

    const post = { accountId, federationId: federation.id, kind, fromDay: this.today() };
    await this.accounts.appoint(tx, [{ ...post, ...(toDay && { toDay }) }]);
    await this.note(tx, accountId, id, 'take');
  }

  /** What nobody took in time goes in the night. */
  @Cron('0 20 3 * * *', { timeZone: 'Asia/Shanghai' })
  async purge(): Promise<void> {
    const expiresAt = LessThanOrEqual(this.clock.now());
    await this.unitOfWork.run((tx) => tx.delete(PostInvitationRow, { expiresAt }));
  }

  private async write(
    tx: EntityManager,
    inviterAccountId: string | null,
    federation: FederationRow,
    { kind, toDay = undefined }: Invite,
  ): Promise<NewInvitation> {
    const code = newDigits();
    const row = {
      id: newId(),
      federationId: federation.id,
      kind,
      toDay: toDay ?? null,
      codeMark: this.markOf(code),
      inviterAccountId,
      expiresAt: this.clock.now() + retentionDays.invitation * dayMs,
    };
    await tx.insert(PostInvitationRow, row);
    await this.note(tx, inviterAccountId, row.id, 'invite');
    return { ...viewOf(row, federation), code };
  }

  /** Void too when it is over, or when the head who invites may no longer. */
  private async found(db: EntityManager, typed: string) {
    const code = readClaimCode(typed);
    const row = code && (await db.findOneBy(PostInvitationRow, { codeMark: this.markOf(code) }));
    const [federation] = row ? await this.federations.rowsOf(db, [row.federationId]) : [];
    if (!row || !federation || row.expiresAt <= this.clock.now() || this.isOver(row.toDay))
      throw new Refusal('invitation_not_found');
    if (!(await this.mayStill(db, row, federation))) throw new Refusal('invitation_not_found');
    return { row, federation };
  }

  private async mayStill(db: EntityManager, row: PostInvitationRow, { path }: FederationRow) {
    if (row.inviterAccountId === null) return true;
    const posts = await this.accounts.postsOf(db, row.inviterAccountId);
    const kinds = postKindsFor('post.appoint');
    return posts.some((post) => kinds.includes(post.kind) && withinBranch(path, post.path));
  }

  private isOver(toDay: string | null): boolean {
    return toDay !== null && toDay < this.today();
  }

  private today(): string {
    return dayOf(this.clock.now());
  }

  private markOf(code: string): string {
    return createHmac('sha256', this.config.keys.pepper)
      .update(`post_invitation.code_mark\0${code}`)
      .digest('base64url');
  }

  private note(tx: EntityManager, accountId: string | null, id: string, act: string) {
    return this.audit.record(tx, { accountId, act, subject: { type: 'post_invitation', id } });
  }
}

const viewOf = (
  { id, kind, toDay, expiresAt }: PostInvitationRow,
  { name }: FederationRow,
): Invitation => ({ id, kind, toDay, federationName: name, expiresAt: rfc3339(expiresAt) });
