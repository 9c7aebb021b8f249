import { lockedPackages, section } from './locked.mjs';

const sha512 = /^ {4}resolution: \{integrity: sha512-[A-Za-z0-9+/]{86}==\}$/;
const weekInMinutes = 7 * 24 * 60;
const mostRuntimePackages = 30;

function isOlder(version, floor) {
  // 1.0.0-rc.1 comes before 1.0.0.
  if (version.startsWith(`${floor}-`)) return true;
  return version.localeCompare(floor, 'en', { numeric: true, sensitivity: 'base' }) < 0;
}

function underFloor(locked, floors) {
  return floors.flatMap(({ name, from, below, advisory, accepted = {} }) =>
    locked
      .filter((each) => each.name === name && !(each.version in accepted))
      .filter(({ version }) => (!from || !isOlder(version, from)) && isOlder(version, below))
      .map(({ version }) => `${name}@${version} is below ${below} (${advisory})`),
  );
}

const unexplained = (floors) =>
  floors
    .filter(({ advisory, accepted = {} }) => {
      const reasons = Object.values(accepted);
      return !/^GHSA(-[0-9a-z]{4}){3}$/.test(advisory) || reasons.some((why) => why.length < 20);
    })
    .map(({ name, advisory }) => `${name}: ${advisory} is no advisory, or is accepted without why`);

const decidedIn = (workspace) =>
  section(workspace, 'allowBuilds').map((line) => /^ {2}'?([^':]+)/.exec(line)?.[1]);

/** `scripted` names every installed package that wants to run something while it is installed. */
function undecidedScripts(workspace, scripted) {
  const decided = new Set(decidedIn(workspace));
  return scripted
    .filter((name) => !decided.has(name))
    .map((name) => `${name} has an install script that allowBuilds does not decide`);
}

const runningScripts = (workspace) =>
  section(workspace, 'allowBuilds')
    .filter((line) => /: *true/.test(line))
    .map((line) => `an install script runs, and no test of ours says why: ${line.trim()}`);

function looseVersions(workspace) {
  return section(workspace, 'catalog')
    .filter((line) => /^ {2}\S/.test(line) && !/: \d+\.\d+\.\d+(?:-[\w.]+)?$/.test(line))
    .map((line) => `the catalog must name one exact version:${line}`);
}

/** No entry names a host: all come from the one registry that a person has set. */
function otherSources(locked, npmrc) {
  const wrong = locked.filter(({ source }) => !sha512.test(source));
  const faults = wrong.map(
    ({ name, version, source }) => `${name}@${version} has no plain integrity: ${source.trim()}`,
  );
  if (/registry|_auth/.test(npmrc))
    faults.push('.npmrc names a registry: the project must install from the one a person has set');
  return faults;
}

function ages(workspace) {
  const age = Number(/^minimumReleaseAge: (\d+)$/m.exec(workspace)?.[1] ?? 0);
  const faults = age < weekInMinutes ? ['minimumReleaseAge must be a week or more'] : [];
  return section(workspace, 'minimumReleaseAgeExclude').length > 0
    ? [...faults, 'a package is let in before it is a week old']
    : faults;
}

function tooMany(manifest) {
  const names = Object.keys(JSON.parse(manifest).dependencies ?? {});
  return names.length > mostRuntimePackages
    ? [`the server runs on ${names.length} packages, more than ${mostRuntimePackages}`]
    : [];
}

/** Everything that is wrong with what is installed, from the texts of the files that decide it. */
export function supplyFaults({ lockfile, workspace, floors, npmrc, scripted, manifest }) {
  const locked = lockedPackages(lockfile);
  return [
    ...(locked.length < 100 ? ['the lockfile could not be read'] : []),
    ...otherSources(locked, npmrc),
    ...looseVersions(workspace),
    ...undecidedScripts(workspace, scripted),
    ...runningScripts(workspace),
    ...underFloor(locked, floors),
    ...unexplained(floors),
    ...ages(workspace),
    ...tooMany(manifest),
  ];
}
