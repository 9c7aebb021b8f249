import 'reflect-metadata';
import { runCommand, say } from './command';
import { backUp } from './platform/backup/backup';
import { readConfig } from './platform/config';
import { StartFault } from './platform/start-fault';
import { connectDatabase } from './tables';

runCommand(async () => {
  const [file] = process.argv.slice(2);
  if (!file) throw new StartFault('Say where to: node server/bin/backup.mjs <file>');
  const config = readConfig();
  const began = performance.now();
  const dataSource = await connectDatabase(config);
  const sums = await backUp(dataSource, config.keys.ring, file).finally(() => dataSource.destroy());
  say(`${sums.rows} rows in ${Math.round(performance.now() - began)} ms: ${file}`);
  return true;
});
