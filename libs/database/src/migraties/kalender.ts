import Holidays from 'date-holidays';
import type { QueryRunner } from 'typeorm';

const VAN_JAAR = 2000;
const TOT_JAAR = 2060;

/**
 * The Dutch holidays of one year as `jjjj-mm-dd`. Algemene termijnenwet art. 3 names the public ones, Good Friday and
 * 5 May; date-holidays knows these last two as type `school`.
 */
export function feestdagen(jaar: number): Set<string> {
  const dagen = new Holidays('NL').getHolidays(jaar).filter((d) => d.type === 'public' || d.type === 'school');
  return new Set(dagen.map((d) => d.date.slice(0, 10)));
}

/** Fills kalenderdag: one row per day, with the running number of working days. */
export async function vulKalender(db: QueryRunner): Promise<void> {
  const dagen: string[] = [];
  const werk: boolean[] = [];
  for (let jaar = VAN_JAAR; jaar <= TOT_JAAR; jaar += 1) {
    const vrij = feestdagen(jaar);
    for (
      const dag = new Date(Date.UTC(jaar, 0, 1));
      dag.getUTCFullYear() === jaar;
      dag.setUTCDate(dag.getUTCDate() + 1)
    ) {
      const datum = dag.toISOString().slice(0, 10);
      const weekend = dag.getUTCDay() === 0 || dag.getUTCDay() === 6;
      dagen.push(datum);
      werk.push(!weekend && !vrij.has(datum));
    }
  }
  await db.query(
    `insert into kalenderdag (datum, werkdag, werkdag_nr)
     select datum, werkdag, sum(werkdag::int) over (order by datum)
       from unnest($1::date[], $2::boolean[]) as dag (datum, werkdag)`,
    [dagen, werk],
  );
}
