const [naam] = process.argv.slice(2);

if (naam === 'aanleveren') {
  // A school's machine has no database, no settings of a server, and no need of its code.
  process.argv.splice(2, 1);
  await import('./aanleveren/main.js');
} else {
  const [{ draai }, { voerCliUit }] = await Promise.all([import('#config'), import('./cli.js')]);
  draai(async () => {
    // Not process.exit: what was written to a pipe must arrive.
    process.exitCode = await voerCliUit(process.argv.slice(2));
  });
}
