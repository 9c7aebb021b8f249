/** The lines of one top-level section of a YAML file as pnpm writes it. */
export function section(text, name) {
  const from = text.indexOf(`\n${name}:\n`);
  if (from < 0) return [];
  const rest = text.slice(from + name.length + 3);
  return rest.split(/\n(?=\S)/)[0].split('\n');
}

/** Every locked package: name, version and the line that says where it comes from. */
export function lockedPackages(lockfile) {
  const found = [];
  for (const line of section(lockfile, 'packages')) {
    const entry = /^ {2}'?(@?[^@']+)@([^']+?)'?:$/.exec(line);
    if (entry) found.push({ name: entry[1], version: entry[2], source: '' });
    if (line.startsWith('    resolution:')) found.at(-1).source = line;
  }
  return found;
}
