import { type MoveFederation, whyNotLieBelow } from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock';
import { Refusal } from '../platform/http/refusal';
import { newId } from '../platform/ids';
import { idsOf, pathBelow, withinBranch } from './branch';
import { type Carried, carry } from './carried';
import { FederationCounts } from './federation-counts.service';
import { type FederationRow, pathChars } from './federation.entity';
import { longestPathIn, moveRow, findFederation } from './federation.repository';
import { FederationMoveRow } from './federation-move.entity';

/** The top of the branch that moved, and the federations that it does not lie below any more. */
type AfterMove = (tx: EntityManager, moved: { id: string; left: string[] }) => Promise<void>;

/** A branch of the tree is put under another federation, with all that lies in it. */
@Injectable()
export class FederationMoves {
  private readonly carried: Carried[] = [{ table: 'federation', path: 'path' }];

  private readonly after: AfterMove[] = [];

  constructor(
    private readonly clock: Clock,
    private readonly counts: FederationCounts,
  ) {}

  /** What a module keeps by path or by ancestor goes along, in the transaction of the move. */
  register(...carried: Carried[]): void {
    this.carried.push(...carried);
  }

  /** What a move changes besides, in its transaction. */
  afterMove(act: AfterMove): void {
    this.after.push(act);
  }

  get tables(): string[] {
    return this.carried.map(({ table }) => table);
  }

  async move(
    tx: EntityManager,
    row: FederationRow,
    { toParentId, movedOn, reason }: MoveFederation,
  ) {
    const parent = await findFederation(tx, toParentId);
    if (parent === null) throw new Refusal('federation_not_found');
    await this.refuseMisfit(tx, row, parent);
    const { id, parentId, path: from } = row;
    const to = pathBelow(parent.path, id);

    if (!(await moveRow(tx, row, toParentId))) throw new Refusal('changed_meanwhile');
    const moved = { id, from, to };
    for (const carried of this.carried) await carry(tx, carried, moved);
    await this.counts.move(tx, moved);
    await tx.insert(FederationMoveRow, {
      id: newId(),
      federationId: id,
      fromParentId: parentId!,
      toParentId,
      movedOn,
      reason,
      recordedAt: this.clock.now(),
    });
    const left = idsOf(from).filter((above) => !idsOf(to).includes(above));
    for (const act of this.after) await act(tx, { id, left });
  }

  /** Latest first. */
  historyOf(db: EntityManager, federationId: string): Promise<FederationMoveRow[]> {
    return db.find(FederationMoveRow, {
      where: { federationId },
      order: { movedOn: 'DESC', id: 'DESC' },
    });
  }

  private async refuseMisfit(tx: EntityManager, row: FederationRow, parent: FederationRow) {
    if (row.parentId === null) throw new Refusal('top_stays');
    if (row.parentId === parent.id) throw new Refusal('lies_there_already');
    if (withinBranch(parent.path, row.path)) throw new Refusal('lies_below_itself');
    const reason = whyNotLieBelow(row, parent);
    if (reason) throw new Refusal(reason);
    const longer = parent.path.length + row.id.length + 1 - row.path.length;
    if ((await longestPathIn(tx, row.path)) + longer > pathChars)
      throw new Refusal('federation_too_deep');
  }
}
