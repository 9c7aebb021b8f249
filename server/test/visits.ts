import { randomInt } from 'node:crypto';
import type {
  FieldFact,
  LinkedWoman,
  LinkMade,
  Page,
  Synced,
  SyncResult,
  TicketAsked,
  Visit,
  VisitMade,
} from '@niangjia/shared';
import type { FederationRow } from '../src/federation';
import { Grids } from '../src/ledger';
import { UnitOfWork } from '../src/platform/database/unit-of-work';
import { newId } from '../src/platform/ids';
import type { TestApp } from './app';
import { aPerson, type GivenPerson } from './given';
import type { Answer } from './http';

type App = Pick<TestApp, 'app'>;

export const twentyDigits = (): string => Array.from({ length: 20 }, () => randomInt(10)).join('');

/** A grid of a federation, kept by these. */
export async function aGrid(
  { app }: App,
  federation: FederationRow,
  holders: readonly Pick<GivenPerson, 'accountId'>[] = [],
): Promise<string> {
  const grids = app.get(Grids);
  return app.get(UnitOfWork).run(async (tx) => {
    const [id = ''] = await grids.add(tx, [{ federation, name: '一组' }]);
    for (const { accountId } of holders) await grids.give(tx, accountId, [id]);
    return id;
  });
}

export interface CommitteeMember extends GivenPerson {
  gridId: string;
}

/** An 执委 who keeps a grid of her own. */
export async function aCommitteeMember(
  t: App,
  federation: FederationRow,
  name?: string,
): Promise<CommitteeMember> {
  const person = await aPerson(t, [{ in: federation, kind: 'committee_member' }], name);
  return { ...person, gridId: await aGrid(t, federation, [person]) };
}

export const aLink = (gridId: string, given: Partial<LinkMade> = {}): LinkMade => ({
  type: 'link_made',
  id: newId(),
  ledgerEntryId: newId(),
  gridId,
  name: `示例·${newId().slice(-6)}`,
  linkedOn: '2026-11-01',
  consent: 'spoken',
  linkCode: twentyDigits(),
  ...given,
});

export const aVisit = (
  { id: linkId }: Pick<LinkMade, 'id'>,
  given: Partial<VisitMade> = {},
): VisitMade => ({
  type: 'visit_made',
  id: newId(),
  linkId,
  kind: 'home',
  visitDay: '2026-11-26',
  needs: [],
  risk: 'normal',
  ...given,
});

export const aNeed = (text = '孩子上学没有着落'): VisitMade['needs'][number] => ({
  id: newId(),
  kind: 'children',
  text,
});

/** Of the first need of a visit. */
export const aTicketAsked = (visit: VisitMade, given: Partial<TicketAsked> = {}): TicketAsked => ({
  type: 'ticket_asked',
  id: newId(),
  linkId: visit.linkId,
  visitId: visit.id,
  needId: visit.needs[0]?.id ?? newId(),
  agreed: true,
  claimCode: twentyDigits(),
  ...given,
});

/** What an 执委 does with her phone. */
export const phoneOf = ({ http }: Pick<TestApp, 'http'>, { token }: { token: string }) => ({
  sync: (...facts: FieldFact[]): Promise<Answer<Synced>> =>
    http.post<Synced>('/visits/sync', { facts }, { token }),
  /** Outcome or code of each fact, in the order sent. */
  outcomes: async (...facts: FieldFact[]): Promise<string[]> => {
    const { body } = await http.post<Synced>('/visits/sync', { facts }, { token });
    return body.results.map(saidOf);
  },
  women: async (): Promise<LinkedWoman[]> =>
    (await http.get<Page<LinkedWoman>>('/me/linked-women?limit=100', { token })).body.items,
  visits: async (query = ''): Promise<Visit[]> =>
    (await http.get<Page<Visit>>(`/me/visits?limit=100${query}`, { token })).body.items,
});

export const saidOf = ({ outcome, code }: SyncResult): string => code ?? outcome;
