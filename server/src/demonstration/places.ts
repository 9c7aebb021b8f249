import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Division } from '@niangjia/shared';
import type { DivisionRow } from '../federation';

const file = join(__dirname, '../../demo/nanan-divisions.csv');

const degrees = (text: string | undefined): number | null => (text ? Number(text) : null);

function rowOf(line: string): DivisionRow {
  const [code = '', name = '', level, parentCode, lng, lat] = line.split(',');
  return {
    code,
    name,
    level: level as Division['level'],
    parentCode: parentCode || null,
    lng: degrees(lng),
    lat: degrees(lat),
  };
}

/** 南安市 with what lies above and below it, from the top down. */
export const readPlaces = (): DivisionRow[] =>
  readFileSync(file, 'utf8').trim().split('\n').slice(1).map(rowOf);

/** `霞美村委会` is 霞美村, `溪美社区居委会` is 溪美社区. */
export const placeName = ({ name }: Pick<DivisionRow, 'name'>): string =>
  name.replace(/村委会$/, '村').replace(/居委会$/, '');
