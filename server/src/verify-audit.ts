import 'reflect-metadata';
import { AuditSeals, type Seen, verifyAudit } from './audit';
import { runCommand, say } from './command';
import { readConfig } from './platform/config';
import { StartFault } from './platform/start-fault';
import { openDatabase } from './tables';

function readSeen(text: string): Seen {
  const [, chain, position, endSeal = ''] = /^(sign_in|access):(\d+):([\w-]*)$/.exec(text) ?? [];
  if (chain === undefined)
    throw new StartFault(`“${text}” is not chain:position:seal, as a log line has it.`);
  return { chain: chain as Seen['chain'], endPosition: Number(position), endSeal };
}

runCommand(async () => {
  const seen = process.argv.slice(2).map(readSeen);
  const config = readConfig();
  const dataSource = await openDatabase(config);
  const verified = await verifyAudit(dataSource.manager, new AuditSeals(config.keys), seen).finally(
    () => dataSource.destroy(),
  );
  for (const { chain, entries, endPosition, endSeal, faults } of verified) {
    faults.forEach(say);
    say(`${chain}: ${entries} entries, ${faults.length} faults, ends at`);
    say(`${chain}:${endPosition}:${endSeal}`);
  }
  return verified.every(({ faults }) => faults.length === 0);
});
