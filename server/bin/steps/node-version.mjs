// Written for the oldest Node that reads modules: nothing here may be newer than Node 12.
var wanted = [20, 20, 2];
var found = process.versions.node.split('.').map(Number);

function isOlder(one, other) {
  for (var i = 0; i < other.length; i += 1) {
    if (one[i] !== other[i]) return one[i] < other[i];
  }
  return false;
}

if (isOlder(found, wanted)) {
  console.error(
    'This needs Node ' + wanted.join('.') + ' or newer; this is Node ' + found.join('.') + '.',
  );
  process.exit(1);
}
