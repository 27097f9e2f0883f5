import { alsDatum } from '#kern';
import { Doorstroomcontroles } from '../controles.service.js';
import { Schoolcontrole } from '../schoolcontrole.service.js';
import { type Opstelling, REGIO } from './opstelling.js';
import type { Kandidaat, Rij, Toneel } from './toneel.js';

/** What is true of a traject after a check. Null: not there. */
export interface Gezien {
  status: string;
  statusDatum: string | null;
  rang: number;
  vraag: string | null;
  onderdrukt: string | null;
  /** Open ones, by name. */
  signalen: string[];
  stand: string;
  casus: 'open' | 'gesloten' | null;
  school: string;
  voorgenomen: string | null;
  verouderd: boolean;
  /** How many signalen there ever were. */
  ooit: number;
  /** How many reminders the timeline holds. */
  herinnerd: number;
}

/** One evening: what was delivered, then a check, then what must be true. */
export interface Avond {
  op: string;
  kandidaat?: Kandidaat;
  /** Rows delivered; sleutel `eigen` is the exam enrolment. */
  rijen?: Rij[];
  /** Anything else that happens. */
  doe?: (t: Toneel, leerling: string, school: string) => Promise<unknown>;
  /** Only the part after a delivery instead of the whole night. */
  deel?: boolean;
  /** No delivery tonight: rows were last seen before. */
  stil?: boolean;
  verwacht?: Partial<Gezien> | 'geenTraject';
}

export interface Situatie {
  wat: string;
  kandidaat?: Kandidaat;
  gevolgd?: string[];
  avonden: Avond[];
}

/** Plays a situation and gives what was seen each evening beside what was expected. */
export async function speel(
  o: Opstelling,
  toneel: Toneel,
  s: Situatie,
): Promise<{ op: string; gezien: unknown; verwacht: unknown }[]> {
  const school = await toneel.school(...(s.gevolgd === undefined ? [] : [s.gevolgd]));
  const leerling = await toneel.leerling(s.kandidaat?.geboortedatum);
  await toneel.kandidaat(leerling, school, s.kandidaat);
  const uit: { op: string; gezien: unknown; verwacht: unknown }[] = [];
  for (const avond of s.avonden) {
    o.klok.zet(avond.op);
    if (avond.kandidaat !== undefined) await toneel.kandidaat(leerling, school, { ...s.kandidaat, ...avond.kandidaat });
    for (const rij of avond.rijen ?? []) await toneel.rij(leerling, avond.op, opSchool(rij, school, s.kandidaat));
    if (avond.stil !== true) await toneel.allesGeleverd(avond.op, school);
    await avond.doe?.(toneel, leerling, school);
    await controleer(o, school, avond, leerling);
    if (avond.verwacht === undefined) continue;
    const gezien = await kijk(o, leerling, avond.op);
    const velden =
      typeof avond.verwacht === 'object' && gezien !== 'geenTraject'
        ? Object.fromEntries(Object.keys(avond.verwacht).map((veld) => [veld, gezien[veld as keyof Gezien]]))
        : gezien;
    uit.push({ op: avond.op, gezien: velden, verwacht: avond.verwacht });
  }
  return uit;
}

/** `school: 'eigen'` is the exam school; sleutel `eigen` is the enrolment of the candidacy. */
function opSchool(rij: Rij, school: string, k: Kandidaat = {}): Rij {
  if (rij.sleutel === 'eigen') {
    return {
      begin: '2022-08-22',
      soort: k.soort ?? 'vmbo',
      leerweg: k.leerweg ?? null,
      niveau: k.niveau ?? null,
      ...rij,
      sleutel: `eigen-${school}`,
      school,
    };
  }
  return rij.school === 'eigen' ? { ...rij, school } : rij;
}

async function controleer(o: Opstelling, school: string, avond: Avond, leerling: string): Promise<void> {
  const [rij] = await o.db.bron.query<{ id: string }[]>(
    `insert into doorstroomcontrole (regio_id, schooljaar, peildatum, soort, door, gestart_op) values ($1, 2025, $2, $3, 'systeem', now()) returning id`,
    [REGIO, alsDatum(avond.op), avond.deel === true ? 'deel' : 'heel'],
  );
  const controleId = rij?.id ?? '';
  await o.db.bron.query(
    `insert into doorstroomcontrole_school (regio_id, controle_id, school, leerling_ids) values ($1, $2, $3, $4)`,
    [REGIO, controleId, school, avond.deel === true ? [leerling] : null],
  );
  await o.db.transactie.voerUit({ wie: o.wie }, (tx) =>
    o.app.get(Schoolcontrole).voerUit(tx, REGIO, { controleId, school }),
  );
  const run = await o.db.transactie.voerUit({ wie: o.wie }, (tx) =>
    o.app.get(Doorstroomcontroles).lees(tx, REGIO, controleId),
  );
  if (run.status !== 'klaar') throw new Error(`The run is ${run.status}.`);
}

/** How a traject stands on a date. */
export async function kijk(o: Opstelling, leerling: string, op: string): Promise<Gezien | 'geenTraject'> {
  const [rij] = await o.db.bron.query<Gezien[]>(
    `select t.status, t.status_datum as "statusDatum", t.rang, t.vraag, t.onderdrukt, t.school, t.voorgenomen_vervolg as voorgenomen, s.stand, t.verouderd,
            (select count(*)::int from signaal g where g.traject_id = t.id) as ooit,
            (select count(*)::int from gebeurtenis b where b.leerling_id = t.leerling_id and b.soort = 'herinnering') as herinnerd,
            array(select soort from signaal g where g.traject_id = t.id and g.gesloten_op is null order by soort) as signalen,
            (select case when c.fase = 'gesloten' then 'gesloten' else 'open' end from casus c where c.leerling_id = t.leerling_id order by c.id desc limit 1) as casus
       from traject t cross join lateral (select * from doorstroom_stand($1, 2025, $3, array[t.school]) s where s.traject_id = t.id) s where t.regio_id = $1 and t.leerling_id = $2 and t.schooljaar = 2025`,
    [REGIO, leerling, op],
  );
  return rij ?? 'geenTraject';
}
