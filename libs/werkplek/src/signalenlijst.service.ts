import { alsLeerling } from '#casussen';
import { Transactie } from '#database';
import { Klok, maakPagina, schooljaarTekst, type Pagina, type Wie } from '#kern';
import { legLezing, Logboek } from '#logboek';
import { SIGNAALTEKST } from '#signalen';
import { Injectable } from '@nestjs/common';
import type { SignaalItem, SignalenVraag } from './signalenlijst.dto.js';
import { SignalenLeesmodel, type SignaalRij } from './signalenlijst.leesmodel.js';
import { lijstpad } from '#toegang';

/** The open signalen that the asker may see. */
@Injectable()
export class Signalenlijst {
  constructor(
    private readonly transactie: Transactie,
    private readonly leesmodel: SignalenLeesmodel,
    private readonly logboek: Logboek,
    private readonly klok: Klok,
  ) {}

  /** One page; every youngster on it leaves a logboek row. @throws DomeinFout `cursorOngeldig` */
  lees(wie: Wie, vraag: SignalenVraag): Promise<Pagina<SignaalItem>> {
    return this.transactie.voerUit({ wie }, async (tx) => {
      const rijen = await this.leesmodel.lees(tx, wie, vraag, this.klok.vandaag());
      const route = 'GET /api/v1/signalen';
      await legLezing(this.logboek, tx, { wie, onderwerp: 'signaal', route }, rijen.slice(0, vraag.aantal));
      return maakPagina(
        rijen,
        vraag.aantal,
        lijstpad('/api/v1/signalen', vraag),
        (r) => [r.id],
        (r) => alsItem(r, wie),
      );
    });
  }
}

function alsItem(rij: SignaalRij, wie: Wie): SignaalItem {
  const { leerlingId } = rij;
  const leerling = leerlingId === null ? undefined : alsLeerling({ ...rij, leerlingId }, wie);
  const school = leerling === undefined ? { school: rij.school, schoolNaam: rij.schoolNaam } : schoolVan(leerling);
  return {
    id: rij.id,
    soort: rij.soort,
    tekst: zin(rij),
    ...(leerling === undefined ? {} : { leerling }),
    ...school,
    schooljaar: schooljaarTekst(rij.schooljaar),
    signaalDatum: rij.peildatum,
    geopendOp: rij.geopendOp,
    ...(rij.casusId === null ? {} : { casusId: rij.casusId }),
  };
}

function schoolVan({
  school,
  schoolNaam,
}: {
  school?: string;
  schoolNaam?: string;
}): Pick<SignaalItem, 'school' | 'schoolNaam'> {
  return school === undefined || schoolNaam === undefined ? {} : { school, schoolNaam };
}

function zin({ soort, leerlingId, schoolNaam, stilSinds, zonderUitslag }: SignaalRij): string {
  const algemeen = SIGNAALTEKST[soort];
  if (leerlingId !== null) return `${algemeen.charAt(0).toUpperCase()}${algemeen.slice(1)}.`;
  if (soort === 'geenAanlevering') {
    const sinds = stilSinds === null ? 'leverde nog nooit iets aan' : `leverde sinds ${dagVan(stilSinds)} niets aan`;
    return `${schoolNaam} ${sinds}. Bel de administratie en vraag of de nachtelijke export loopt.`;
  }
  const wie = zonderUitslag === 1 ? '1 kandidaat' : `${zonderUitslag ?? 0} kandidaten`;
  return `${schoolNaam} leverde van ${wie} de uitslag niet aan. Vraag de administratie om de uitslagen in de export te zetten.`;
}

function dagVan(datum: string): string {
  const [jaar, maand, dag] = datum.split('-').map(Number);
  return `${dag} ${MAANDEN[(maand ?? 1) - 1]} ${jaar}`;
}

const MAANDEN = [
  ...['januari', 'februari', 'maart', 'april', 'mei', 'juni'],
  ...['juli', 'augustus', 'september', 'oktober', 'november', 'december'],
];
