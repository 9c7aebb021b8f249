import { parentPort, workerData } from 'node:worker_threads';
import { branchOf, federationsOf, pathOf } from './federations.mjs';
import { seed, theCountry } from './homes.mjs';
import { migrate } from './product.mjs';
import { putRows } from './rows.mjs';
import { ticketsOf, ticketTables } from './tickets.mjs';

/** A village of 山东, which has the most. */
const inLargest = (homes) => homes.find(({ divisionCode }) => divisionCode.startsWith('37'));

const { place, isQuick } = workerData;
const homes = theCountry(isQuick);
const tickets = ticketsOf(seed, homes, isQuick ? 100_000 : 1_000_000);
await migrate(place);
await putRows(place, [federationsOf(homes), ...ticketTables(tickets)]);

const branch = branchOf(inLargest(homes));
parentPort.postMessage({
  tickets: tickets.length,
  federations: new Set(homes.flatMap(branchOf)).size,
  branches: [
    ['the country', pathOf(branch.slice(0, 1))],
    ['a province', pathOf(branch.slice(0, 2))],
  ],
});
