import { productPart } from './product.mjs';

/** The texts and values of every list query, caught on their way to the database. */
async function listQueries(dataSource) {
  const caught = [];
  const asked = {
    dataSource: { options: {}, query: async (...query) => caught.push(query) && [] },
  };
  const { readHomesIn } = productPart('womens-home/nearest.repository.js');
  const { boxAround } = productPart('platform/geo/sphere.js');
  const { cover } = productPart('platform/geo/cells.js');
  const circle = { point: { lng: 116.4, lat: 39.9 }, metres: 500 };
  const ranges = cover(boxAround(circle.point, circle.metres), 4);
  const any = { ...circle, ranges, services: 0, openBits: 0 };
  await readHomesIn(asked.dataSource, any);
  await readHomesIn(asked.dataSource, { ...any, kind: 'nursing_room' });

  const { findHomesIn } = productPart('womens-home/womens-home.repository.js');
  const { findDeskHomes } = productPart('womens-home/desk.repository.js');
  const { logger } = dataSource;
  dataSource.logger = {
    logQuery: (...query) => caught.push(query),
    logQueryError: () => undefined,
  };
  const page = { prefix: '3701', after: ['', ''], limit: 20 };
  const db = dataSource.createQueryRunner().manager;
  await findHomesIn(db, page);
  await findHomesIn(db, { ...page, kind: 'nursing_room' });
  await findDeskHomes(db, ['/37/'], null, 20);
  dataSource.logger = logger;
  const names = ['nearest', 'nearest of a kind', 'by place', 'by place of a kind', 'desk'];
  return names.map((name, at) => [name, caught[at][0], caught[at][1]]);
}

const planOf = (row) => row.detail ?? `${row.type} ${row.key ?? 'no key'}, ${row.rows} rows`;

/** How the database goes about each list: a plan without an index fails the measurement. */
export async function explainLists(name, dataSource) {
  const explain = dataSource.options.type === 'mysql' ? 'EXPLAIN' : 'EXPLAIN QUERY PLAN';
  const plans = [];
  for (const [list, sql, values] of await listQueries(dataSource)) {
    const rows = await dataSource.query(`${explain} ${sql}`, values);
    const plan = [...new Set(rows.map(planOf))].join('; ');
    if (!plan.includes('womens_home_'))
      throw new Error(`${list} on ${name} uses no index: ${plan}`);
    plans.push([name, list, plan.slice(0, 160)]);
  }
  return plans;
}
