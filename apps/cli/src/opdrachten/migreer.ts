import { startCluster } from '#database';
import { bereidVoor } from '../database.js';
import { GebruikFout, type CliOpdracht } from '../opdracht.js';

/** Brings the schema up to date as its owner (`DATABASE_MIGRATIE_URL`); a new database becomes an instance here. */
export const migreer: CliOpdracht = {
  gebruik:
    'sluitend migreer    met DATABASE_MIGRATIE_URL (eigenaar van het schema), anders DATABASE_URL of de ingebouwde database',

  async voerUit(argumenten, config) {
    if (argumenten.length > 0) throw new GebruikFout('De opdracht migreer heeft geen argumenten.');
    const cluster = config.embedded ? await startCluster({ map: config.dataDir }) : undefined;
    try {
      const url = cluster?.url ?? config.databaseMigratieUrl ?? '';
      const { migraties } = await bereidVoor(config, url);
      const gedaan = migraties.length === 0 ? 'was al bij' : `is bijgewerkt (${migraties.join(', ')})`;
      process.stdout.write(`De database ${gedaan}.\n`);
      return 0;
    } finally {
      await cluster?.stop();
    }
  },
};
