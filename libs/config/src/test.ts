import { alsDatum, datumInNederland, Klok, type Datum } from '#kern';
import { Config, type Omgeving } from './config.js';
import { nieuweSleutels, Sleutelbos } from './sleutelbos.js';

/** A configuration for a test: these variables and nothing of the shell. */
export function testConfig(omgeving: Omgeving = {}): Config {
  return Config.lees(omgeving, '/onbestaand/sluitend-test');
}

/** A key ring of its own, gone with the test. */
export function testSleutelbos(): Sleutelbos {
  return new Sleutelbos(nieuweSleutels());
}

/** A clock that a test sets: noon in the Netherlands (or nearly) on the date it was given. */
export class TestKlok extends Klok {
  private moment: Date;

  constructor(datum: string) {
    super();
    this.moment = middag(datum);
  }

  zet(datum: string): void {
    this.moment = middag(datum);
  }

  zetMoment(moment: Date): void {
    this.moment = moment;
  }

  nu(): Date {
    return new Date(this.moment);
  }

  vandaag(): Datum {
    return datumInNederland(this.moment);
  }
}

function middag(datum: string): Date {
  return new Date(`${alsDatum(datum)}T11:00:00Z`);
}
