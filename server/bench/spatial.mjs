import { productPart } from './product.mjs';

const columns =
  'id, name, kind, address, phone, lng, lat, point_is_invented AS pointIsInvented, services, hours';
const select = (ofKind) => `
  SELECT ${columns}, ST_Distance_Sphere(place, POINT(?, ?)) AS distanceMetres FROM spatial_home
  WHERE MBRContains(ST_GeomFromText(?), place) AND confidential = 0 ${ofKind}
  ORDER BY distanceMetres LIMIT ?`;
const ofAnyKind = select('');
const ofOneKind = select('AND kind = ?');

// Of 2, 3 and 5 km, doubled, tripled and quadrupled, this pair gave it the highest rate.
const firstMetres = 2000;
const growth = 2;
const farthestMetres = 5_000_000;

function polygon({ west, east, south, north }) {
  const corners = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return `POLYGON((${corners.map((corner) => corner.join(' ')).join(',')}))`;
}

/** MariaDB's own answer to the same question, down to the same JSON and by the same pool: a box that grows until it is full. */
export function startSpatial(dataSource) {
  const { readPrepared } = productPart('platform/database/prepared.js');
  const { boxAround } = productPart('platform/geo/sphere.js');
  const { nearestHomeOf } = productPart('womens-home/views.js');
  const { openStateOf } = productPart('womens-home/open-state.js');

  const within = async ({ lng, lat, limit, kind }, metres) => {
    const box = polygon(boxAround({ lng, lat }, metres));
    const values = [lng, lat, box, ...(kind ? [kind] : []), limit];
    return readPrepared(dataSource, kind ? ofOneKind : ofAnyKind, values);
  };
  const isWhole = (rows, limit, metres) =>
    rows.length === limit && rows.at(-1).distanceMetres <= metres;
  const nearest = async (question) => {
    let metres = firstMetres;
    let rows = await within(question, metres);
    while (!isWhole(rows, question.limit, metres) && metres < farthestMetres) {
      metres *= growth;
      rows = await within(question, metres);
    }
    const now = Date.now();
    const states = new Map();
    return rows.map((row) => {
      const state = states.get(row.hours) ?? openStateOf(row.hours, now);
      states.set(row.hours, state);
      return nearestHomeOf({ ...row, state });
    });
  };
  return nearest;
}
