// Loaded before the server: it ends with the tests that started it, however they end.
const end = () => process.kill(process.pid, 'SIGKILL');

process.on('disconnect', end);
process.stdout.on('error', end);
