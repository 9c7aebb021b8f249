import { productPart, startProduct } from './product.mjs';

const women = 200;

const link = (id, gridId, n) => ({
  type: 'link_made',
  id: id(),
  ledgerEntryId: id(),
  gridId,
  name: `示例·${n}`,
  phone: `0595-0000${String(n).padStart(4, '0')}`,
  linkedOn: '2026-01-01',
  consent: 'spoken',
  linkCode: String(n).padStart(20, '0'),
});

const visit = (id, linkId, n) => ({
  type: 'visit_made',
  id: id(),
  linkId,
  kind: 'home',
  visitDay: '2026-11-01',
  needs:
    n % 5 === 0 ? [{ id: id(), kind: 'children', text: '孩子放学没人接，想找个托管的地方。' }] : [],
  risk: 'normal',
  note: '聊了家里近况，老人腿脚不便，孩子今年上小学，想找个能接送孩子的活。',
});

/** An 执委 with a grid, signed in, and what her phone has to send. */
export async function fillField(place) {
  const { app, dataSource } = await startProduct(place);
  const of = (file, name) => app.get(productPart(file)[name], { strict: false });
  const accounts = of('account', 'Accounts');
  const grids = of('ledger', 'Grids');
  const { newId } = productPart('platform/ids.js');
  const { VisitRow } = productPart('visit');

  const work = of('platform/database/unit-of-work.js', 'UnitOfWork');
  const { token, gridId } = await work.run(async (tx) => {
    const federation = await of('federation', 'Federations').establish(tx, {
      name: '示例妇联',
      kind: 'federation',
      sector: 'place',
      level: 'village',
      parent: null,
      establishmentMode: 'alone',
      partners: [],
    });
    const [accountId] = await accounts.add(tx, [{ name: '示例·人', isInvented: true }]);
    const post = { accountId, federationId: federation.id, kind: 'committee_member' };
    await accounts.appoint(tx, [{ ...post, fromDay: '2026-01-01' }]);
    const [grid] = await grids.add(tx, [{ federation, name: '一组' }]);
    await grids.give(tx, accountId, [grid]);
    const started = await of('account', 'Sessions').start(tx, accountId, [{}]);
    return { token: started.token, gridId: grid };
  });

  const links = Array.from({ length: women }, (_, n) => link(newId, gridId, n));
  const visits = (count) =>
    Array.from({ length: count }, (_, n) => visit(newId, links[n % women].id, n));
  const stored = () => dataSource.manager.count(VisitRow);
  return { token, links, visits, stored, close: () => app.close() };
}
