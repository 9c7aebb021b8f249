import { type LinkedWoman, type Page, pageLimits, type PageQuery } from '@niangjia/shared';
import { Injectable } from '@nestjs/common';
import { branchesFor, type Person } from '../account';
import { withinBranch } from '../federation';
import { LedgerEntries } from '../ledger';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { decodeAfter, pageOf } from '../platform/http/keyset';
import { activeOf, type LinkWithLatest } from './link.repository';

type Contacts = Awaited<ReturnType<LedgerEntries['contactsOf']>>;

/** All that the phone of an 执委 keeps: her own active links, nobody else's. */
@Injectable()
export class LinkedWomen {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly entries: LedgerEntries,
  ) {}

  async of(person: Person, query: PageQuery): Promise<Page<LinkedWoman>> {
    const { reader } = this.unitOfWork;
    const limit = query.limit ?? pageLimits.default;
    const [afterId] = decodeAfter(query.after, ['']) ?? [''];
    const rows = (await activeOf(
      reader,
      person.accountId,
      afterId,
      limit,
    ).getMany()) as LinkWithLatest[];
    const contacts = await this.entries.contactsOf(
      reader,
      rows.flatMap(({ ledgerEntryId }) => ledgerEntryId ?? []),
    );

    const { items, next } = pageOf(
      rows,
      limit,
      ({ id }) => [id],
      (row) => row,
    );
    const branches = branchesFor(person, 'visit.log');
    const reached = items.filter(({ federationPath }) =>
      branches.some((branch) => withinBranch(federationPath, branch)),
    );
    return { items: reached.flatMap((row) => viewOf(row, contacts)), next };
  }
}

function viewOf(
  { id, accountId, ledgerEntryId, linkedOn, handedOverOn, latest }: LinkWithLatest,
  contacts: Contacts,
): LinkedWoman[] {
  const contact = contacts.get(ledgerEntryId ?? '');
  if (!contact) return [];
  const lastVisitDay = latest?.countedDay ?? null;
  // Whoever handed her over may have visited her that day: the other one has not been there.
  const isVisitedSince =
    latest?.accountId === accountId && latest.countedDay >= (handedOverOn ?? '');
  return [
    {
      ...contact,
      id,
      ledgerEntryId: contact.id,
      linkedOn,
      lastVisitDay,
      followUpDay: latest?.followUpDay ?? null,
      handedOverOn: isVisitedSince ? null : handedOverOn,
    },
  ];
}
