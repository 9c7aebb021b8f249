import 'reflect-metadata';
import { runCommand, say } from './command';
import { restoring } from './installation';
import { restore } from './platform/backup/restore';
import { type Config, readConfig } from './platform/config';
import { migrate } from './platform/database/migrate';
import { holdAlone } from './platform/database/whole';
import { asStartFault, StartFault } from './platform/start-fault';
import { connectDatabase } from './tables';

function hold(config: Config): void {
  try {
    holdAlone(config);
  } catch (fault) {
    throw asStartFault(fault, 'Opening', config.dataDir);
  }
}

runCommand(async () => {
  const [file] = process.argv.slice(2);
  if (!file) throw new StartFault('Say what from: node server/bin/restore.mjs <file>');
  const config = readConfig();
  const began = performance.now();
  hold(config);
  const dataSource = await connectDatabase(config);
  try {
    await migrate(dataSource);
    const sums = await restore(dataSource, config.keys.ring, file, restoring);
    say(`${sums.rows} rows in ${Math.round(performance.now() - began)} ms; every table is equal`);
    return true;
  } finally {
    await dataSource.destroy();
  }
});
