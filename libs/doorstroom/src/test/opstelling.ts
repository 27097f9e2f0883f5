import { CasussenWorkerModule } from '#casussen/test';
import { ConfigModule } from '#config';
import { TestKlok, testConfig, testSleutelbos } from '#config/test';
import { DatabaseModule, maakDataSource, Transactie } from '#database';
import { testDatabase, type TestDatabase } from '#database/test';
import { systeem, type Wie } from '#kern';
import { WachtrijWorkerModule, werkAf, zonderBellen } from '#wachtrij/test';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { Controle } from '../controle.js';
import { Doorstroomcontroles } from '../controles.service.js';
import { DoorstroomWorkerModule } from '../doorstroom-worker.module.js';

export const REGIO = 36;

/** The worker's side of doorstroom on a database of its own, with a clock that the test sets. */
export interface Opstelling {
  db: TestDatabase;
  app: INestApplicationContext;
  klok: TestKlok;
  wie: Wie;
  /** Asks for a run as a person does, and does all its work. */
  controle(verzoek: { schooljaar?: number; peildatum?: string; proef?: boolean; werkers?: number }): Promise<Controle>;
  sluit(): Promise<void>;
}

/** @param erbij modules beside those of the worker */
export async function maakOpstelling(
  vandaag: string,
  verbindingen = 10,
  erbij: readonly Type[] = [],
): Promise<Opstelling> {
  const db = await testDatabase({ verbindingen });
  const klok = new TestKlok(vandaag);
  // The application closes its own.
  const bron = await maakDataSource({ url: db.url, verbindingen, naam: 'sluitend-worker' }).initialize();
  const bouwer = Test.createTestingModule({
    imports: [
      ConfigModule.met(testConfig(), testSleutelbos(), klok),
      DatabaseModule.met(bron, new Transactie(bron, 'sluitend_worker')),
      WachtrijWorkerModule.met({
        roosters: [],
        luister: false,
        eisAlleHandlers: false,
        instellingen: { eersteUitstelMs: 1 },
      }),
      CasussenWorkerModule,
      DoorstroomWorkerModule,
      ...erbij,
    ],
  });
  const app = await zonderBellen(bouwer).compile();
  app.useLogger(false);
  await app.init();
  const wie = systeem(REGIO);
  const controle: Opstelling['controle'] = async ({ schooljaar = 2025, peildatum, proef, werkers = 1 }) => {
    const runs = app.get(Doorstroomcontroles);
    const verzoek = { schooljaar, peildatum: peildatum as Controle['peildatum'] | undefined, proef, testklok: true };
    const { id } = await db.transactie.voerUit({ wie }, (tx) => runs.vraagAan(tx, wie, verzoek));
    await werkAf(app, { werkers });
    return db.transactie.voerUit({ wie }, (tx) => runs.lees(tx, REGIO, id));
  };
  return {
    db,
    app,
    klok,
    wie,
    controle,
    sluit: async () => {
      await app.close();
      await db.sluit();
    },
  };
}
