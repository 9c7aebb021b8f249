import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '../server/bin/steps/command.mjs';
import { leaveOut } from './tally.mjs';

const folders = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/usr/bin', '/usr/local/bin'];

/** The full path of the first of these programs that this machine has. */
export function find(...names) {
  const places = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return places.find((place) => {
    try {
      accessSync(place, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

const browser = () => process.env.CHROMIUM ?? find('chromium', 'chromium-browser', 'google-chrome');

function hasChineseFont() {
  const list = find('fc-list');
  return list !== undefined && execFileSync(list, [':lang=zh'], { encoding: 'utf8' }).trim() !== '';
}

const things = {
  mariadb: {
    called: 'MariaDB (mariadbd and mariadb-install-db)',
    isHere: () => find('mariadbd') !== undefined && find('mariadb-install-db') !== undefined,
    packages: ['mariadb-server'],
  },
  strace: { called: 'strace', isHere: () => find('strace') !== undefined, packages: ['strace'] },
  poppler: {
    called: 'pdftotext and pdffonts (poppler)',
    isHere: () => find('pdftotext') !== undefined && find('pdffonts') !== undefined,
    packages: ['poppler-utils'],
  },
  chromium: {
    called: 'Chromium',
    isHere: () => browser() !== undefined,
    packages: ['chromium'],
  },
  font: {
    called: 'a Chinese font',
    isHere: hasChineseFont,
    packages: ['fontconfig', 'fonts-noto-cjk'],
  },
};

const canInstall = () =>
  process.getuid?.() === 0 && existsSync('/etc/debian_version') && find('apt-get') !== undefined;

/** Debian starts a database as soon as it is installed, unless this file forbids it. */
async function withoutStartingServices(work) {
  const policy = '/usr/sbin/policy-rc.d';
  if (existsSync(policy)) return work();
  writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    return await work();
  } finally {
    rmSync(policy);
  }
}

async function aptInstall(packages) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const patience = ['-o', 'Acquire::Retries=3', '-o', 'DPkg::Lock::Timeout=300'];
  await run('apt-get', [...patience, 'update'], { env });
  await run('apt-get', [...patience, 'install', '-y', '--no-install-recommends', ...packages], {
    env,
  });
}

/** Finds or installs what the parts need, says loudly what it cannot, and tells what is here. */
export async function provide(wanted) {
  const missing = wanted.filter((name) => !things[name].isHere());
  if (missing.length > 0 && canInstall()) {
    const packages = missing.flatMap((name) => things[name].packages);
    console.log(`  apt-get installs ${packages.join(', ')}`);
    await withoutStartingServices(() => aptInstall(packages));
  }

  const here = new Set(wanted.filter((name) => things[name].isHere()));
  for (const name of wanted.filter((each) => !here.has(each))) {
    leaveOut(
      `all that needs ${things[name].called}`,
      'not found, and only root on Debian installs',
    );
  }
  if (here.has('chromium')) process.env.CHROMIUM = browser();
  return here;
}
