import { Binds, Transactie, type Tx } from '#database';
import { schooljaarTekst, type Wie } from '#kern';
import { namenZichtbaar, zichtbaar } from '#toegang';
import { Injectable } from '@nestjs/common';
import { aanleveringNietGevonden, type AanleveringStatus } from './aanlevering.js';
import type { AanleveringDto, BevindingDto } from './aanleveringen.dto.js';

type Mag = 'redenWachten' | 'besluit' | 'ongedaanmaking' | 'herstelVan';
type Rij = Omit<AanleveringDto, 'schooljaar' | Mag> & { schooljaar: number } & {
  [K in Mag]: Exclude<AanleveringDto[K], undefined> | null;
};

/** A finding with its place in the list. */
export type Bevindingrij = BevindingDto & { id: string };

// Instants as the API writes them.
const besluit = (soort: 'besluit' | 'ongedaan'): string => `case when a.${soort}_op is not null then json_build_object(
    'door', coalesce((select m.naam from medewerker m where m.regio_id = a.regio_id and a.${soort}_door = 'medewerker:' || m.id), a.${soort}_door),
    'reden', a.${soort}_reden, 'beslotenOp', to_char(a.${soort}_op at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) end`;

const KOLOMMEN = `a.id, a.school, a.schooljaar, a.peildatum, a.modus, a.status, a.ontvangen_op as "ontvangenOp", a.verwerkt_op as "verwerktOp",
  a.regels, json_build_object('nieuw', a.nieuw, 'gewijzigd', a.gewijzigd, 'ongewijzigd', a.ongewijzigd, 'verdwenen', a.verdwenen,
    'buitenCohort', a.buiten_cohort, 'quarantaine', a.quarantaine, 'koppelvoorstellen', a.koppelvoorstellen) as tellingen,
  json_build_object('fouten', a.fouten, 'waarschuwingen', a.waarschuwingen) as bevindingen,
  case when a.status = 'wachtOpBevestiging' then a.reden_wachten end as "redenWachten", ${besluit('besluit')} as besluit,
  ${besluit('ongedaan')} as ongedaanmaking, a.herstel_van as "herstelVan", a.versie`;

/** Deliveries as they are shown, to who may see them. */
@Injectable()
export class AanleveringenLeesmodel {
  constructor(private readonly transactie: Transactie) {}

  /** One delivery in a transaction of its own. @throws DomeinFout nietGevonden also when the asker may not see it. */
  async zoek(wie: Wie, id: string): Promise<AanleveringDto> {
    const gevonden = await this.transactie.voerUit({ wie }, (tx) => this.een(tx, wie, id));
    if (gevonden !== null) return gevonden;
    throw aanleveringNietGevonden();
  }

  /** Newest first. One more than asked for, to know whether there is a next page. */
  async lijst(
    tx: Tx,
    wie: Wie,
    filter: {
      aantal: number;
      school?: string | undefined;
      status?: AanleveringStatus | undefined;
      voorId?: string | undefined;
    },
  ): Promise<AanleveringDto[]> {
    const binds = new Binds();
    const waar = [this.waar(wie, binds)];
    if (filter.school !== undefined) waar.push(`a.school = ${binds.bind(filter.school)}`);
    if (filter.status !== undefined) waar.push(`a.status = ${binds.bind(filter.status)}`);
    if (filter.voorId !== undefined) waar.push(`a.id < ${binds.bind(filter.voorId)}`);
    const rijen = await tx.query<Rij[]>(
      `select ${KOLOMMEN} from aanlevering a where ${waar.join(' and ')} order by a.id desc limit ${binds.bind(filter.aantal + 1)}`,
      binds.waarden,
    );
    return rijen.map(vorm);
  }

  /** Null when it does not exist or the asker may not see it. */
  async een(tx: Tx, wie: Wie, id: string): Promise<AanleveringDto | null> {
    const binds = new Binds();
    const [rij] = await tx.query<Rij[]>(
      `select ${KOLOMMEN} from aanlevering a where ${this.waar(wie, binds)} and a.id = ${binds.bind(id)}`,
      binds.waarden,
    );
    return rij === undefined ? null : vorm(rij);
  }

  /** In the order of the file, after the finding `naId`. Values only to who may see names. */
  async bevindingen(tx: Tx, wie: Wie, id: string, aantal: number, naId: string): Promise<Bevindingrij[]> {
    const binds = new Binds();
    const namen = namenZichtbaar(wie, { onderwerp: 'aanlevering', school: 'a.school' }, binds);
    return tx.query<Bevindingrij[]>(
      `select b.id, b.regel, b.kolom, case when ${namen} then b.waarde end as waarde, b.code, b.tekst, b.ernst
         from aanlevering a join bevinding b on b.regio_id = a.regio_id and b.aanlevering_id = a.id
        where ${this.waar(wie, binds)} and a.id = ${binds.bind(id)} and b.id > ${binds.bind(naId)} and b.hersteld_in is null
        order by b.id limit ${binds.bind(aantal)}`,
      binds.waarden,
    );
  }

  /** False when there were findings and none is kept. */
  async bevindingenBewaard(tx: Tx, wie: Wie, id: string): Promise<boolean> {
    const binds = new Binds();
    const [rij] = await tx.query<{ bewaard: boolean }[]>(
      `select a.fouten + a.waarschuwingen = 0
              or exists (select from bevinding b where b.regio_id = a.regio_id and b.aanlevering_id = a.id) as bewaard
         from aanlevering a where ${this.waar(wie, binds)} and a.id = ${binds.bind(id)}`,
      binds.waarden,
    );
    return rij?.bewaard ?? false;
  }

  private waar(wie: Wie, binds: Binds): string {
    return `a.regio_id = ${binds.bind(wie.regioId)} and ${zichtbaar(wie, { onderwerp: 'aanlevering', school: 'a.school' }, binds)}`;
  }
}

function vorm({ schooljaar, redenWachten, besluit: genomen, ongedaanmaking, herstelVan, ...rij }: Rij): AanleveringDto {
  return {
    ...rij,
    schooljaar: schooljaarTekst(schooljaar),
    ...(redenWachten !== null && { redenWachten }),
    ...(genomen !== null && { besluit: genomen }),
    ...(ongedaanmaking !== null && { ongedaanmaking }),
    ...(herstelVan !== null && { herstelVan }),
  };
}
