const columns = [
  'id',
  'name',
  'kind',
  'sector',
  'level',
  'parent_id',
  'path',
  'establishment_mode',
  'created_at',
];

// How many digits of a village's code name the place above it.
const above = [
  ['province', 2],
  ['prefecture', 4],
  ['county', 6],
  ['town', 9],
];

const idOf = (code) => code.padStart(26, 'F');
export const nation = idOf('');
const villageId = ({ id }) => `V${id.slice(1)}`;

/** Ids of the federations of a home's village, from the top of the tree down to itself. */
export const branchOf = (home) => [
  nation,
  ...above.map(([, chars]) => idOf(home.divisionCode.slice(0, chars))),
  villageId(home),
];

export const pathOf = (ids) => `/${ids.join('/')}/`;

function* rowsOf(homes) {
  const known = new Set();
  const levels = ['province', ...above.map(([level]) => level), 'village'];
  for (const home of homes) {
    const branch = branchOf(home);
    for (const [at, id] of branch.entries()) {
      if (known.has(id)) continue;
      known.add(id);
      const place = [branch[at - 1] ?? null, pathOf(branch.slice(0, at + 1))];
      yield [id, `示例妇联${known.size}`, 'federation', 'place', levels[at], ...place, 'alone', 0];
    }
  }
}

/** A federation for each village of the invented country, and for each place above it. */
export const federationsOf = (homes) => ({ table: 'federation', columns, rows: rowsOf(homes) });
