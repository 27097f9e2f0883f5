import { datumInNederland, Klok, type Datum } from '#kern';

/** The real time. */
export class EchteKlok extends Klok {
  nu(): Date {
    return new Date();
  }

  vandaag(): Datum {
    return datumInNederland(new Date());
  }
}

const DAG = 86_400_000;

/** The test clock: always the same date, with the real time of day in the Netherlands. */
export class VasteKlok extends Klok {
  constructor(private readonly datum: Datum) {
    super();
  }

  nu(): Date {
    const echt = this.echteTijd();
    const dagen = (Date.parse(this.datum) - Date.parse(datumInNederland(echt))) / DAG;
    const verschoven = new Date(echt.getTime() + dagen * DAG);
    // Summer time may lie between the two dates: the wall clock stays, the instant moves.
    const gelijk = new Date(verschoven.getTime() + voorsprong(echt) - voorsprong(verschoven));
    // In the hours next to the change itself the wall time may not exist; the date is what counts.
    return datumInNederland(gelijk) === this.datum ? gelijk : verschoven;
  }

  vandaag(): Datum {
    return this.datum;
  }
}

const WANDKLOK = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** How far the wall clock in the Netherlands is ahead of UTC, in milliseconds. */
function voorsprong(moment: Date): number {
  const heleSeconden = Math.floor(moment.getTime() / 1000) * 1000;
  return Date.parse(`${WANDKLOK.format(moment).replace(' ', 'T')}Z`) - heleSeconden;
}

/** The clock that this configuration asks for. */
export function klokVan(config: { readonly vandaag: Datum | undefined }): Klok {
  return config.vandaag === undefined ? new EchteKlok() : new VasteKlok(config.vandaag);
}
