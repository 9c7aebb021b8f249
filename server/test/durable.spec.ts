import { aDatabase } from './databases';
import { testConfig } from './config';
import { connectDatabase } from '../src/tables';
import { notDurable, whyNotDurable } from '../src/platform/database/whole';

describe('settings under which an answered write could be lost', () => {
  it('are named one by one', () => {
    const well = { atCommit: 1, logsChanges: 1, syncsLog: 1 };
    expect(notDurable(well)).toEqual([]);
    expect(notDurable({ ...well, logsChanges: 0, syncsLog: 0 })).toEqual([]);
    expect(notDurable({ ...well, atCommit: 2 })).toEqual([
      'set innodb_flush_log_at_trx_commit = 1',
    ]);
    expect(notDurable({ ...well, syncsLog: '0' })).toEqual(['set sync_binlog = 1']);
  });

  it('are asked of the database at hand, where there are none', async () => {
    const { drop, ...database } = await aDatabase();
    const dataSource = await connectDatabase(testConfig(database));
    expect(await whyNotDurable(dataSource)).toEqual([]);
    await dataSource.destroy();
    await drop();
  });
});
