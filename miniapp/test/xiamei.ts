import type {
  AskedForHelp,
  AskForHelp,
  DeskWomensHome,
  OpenInterval,
  Page,
  Session,
} from '@niangjia/shared';
import type { Service } from './service';

/** 霞美镇 in the demonstration: a town whose federation has people and promises 48 hours. */
export const townCode = '350583117';
export const inTown = { longitude: 118.4927, latitude: 24.9179 };

/** On the wall of `poster.home`. */
export const poster = { code: 'XAME2345', home: '霞美村妇女之家' };
export const openHome = '仙河村妇女之家';
export const closedHome = '山美村妇女之家';

const hours: Record<string, OpenInterval[]> = {
  [poster.home]: [{ opens: '00:00', closes: '24:00' }],
  [openHome]: [{ opens: '00:00', closes: '24:00' }],
  [closedHome]: [],
};

/** Gives three homes hours that make them open, or closed, whenever a test runs. */
export async function setHours({ ask }: Service): Promise<void> {
  const { token } = await ask<Session>('POST', '/sessions', {
    body: { demonstration: 'town-staff' },
  });
  const path = '/desk/womens-homes';
  const { items } = await ask<Page<DeskWomensHome>>('GET', `${path}?limit=100`, { token });
  for (const { id, name, address, phone, services, point, version } of items) {
    const day = hours[name];
    if (!day) continue;
    const weekly = Array.from({ length: 7 }, () => day);
    const body = { name, address, phone, services, point, version };
    const opening = { weekly, onHolidays: 'as_usual', overrides: [] };
    await ask('PUT', `${path}/${id}`, { token, body: { ...body, hours: opening } });
  }
}

/** Another woman asks, with words of her own. */
export const askFor = ({ ask }: Service, body: AskForHelp): Promise<AskedForHelp> =>
  ask('POST', '/case-tickets', { body });
