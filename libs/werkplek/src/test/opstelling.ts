import { Transactie } from '#database';
import type { TestDatabase } from '#database/test';
import { alsDatum, Klok } from '#kern';
import { Global, Module } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { WerkplekModule } from '../werkplek.module.js';

/** The lists as the api has them, on this database, on one day that does not pass. */
export function maakWerkplek(db: TestDatabase, dag: string): Promise<TestingModule> {
  class StilstaandeKlok extends Klok {
    nu = () => new Date(`${dag}T02:00:00Z`);
    vandaag = () => alsDatum(dag);
  }
  const leveranciers = [
    { provide: Transactie, useValue: db.als('sluitend_api') },
    { provide: Klok, useClass: StilstaandeKlok },
  ];
  @Global()
  @Module({ providers: leveranciers, exports: [Transactie, Klok] })
  class Omgeving {}
  return Test.createTestingModule({ imports: [Omgeving, WerkplekModule] }).compile();
}
