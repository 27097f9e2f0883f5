import type { Transactie } from '#database';
import { systeem } from '#kern';

/** Somebody who may sign in at the trial's provider. */
export interface ProefPersoon {
  sub: string;
  naam: string;
}

/** Who the built-in provider knows: the employees and clients of our own tables. */
export class ProefVragen {
  constructor(private readonly transactie: Transactie) {}

  /** Active employees with an account at this provider, by name. */
  async personen(): Promise<ProefPersoon[]> {
    return this.vraag<ProefPersoon>(`${PERSOON} order by m.naam, a.sub limit 500`, []);
  }

  async persoon(sub: string): Promise<ProefPersoon | undefined> {
    return (await this.vraag<ProefPersoon>(`${PERSOON} and a.sub = $1`, [sub]))[0];
  }

  /** Whether there is such an active client. */
  async kentClient(id: string): Promise<boolean> {
    const rijen = await this.vraag<{ id: string }>(
      `select id from client where id = $1 and actief and (issuer is null or issuer = 'proef')`,
      [id],
    );
    return rijen.length > 0;
  }

  private async vraag<R>(sql: string, waarden: unknown[]): Promise<R[]> {
    return this.transactie.voerUit({ wie: systeem(0) }, (tx) => tx.query<R[]>(sql, waarden));
  }
}

const PERSOON = `
select a.sub, m.naam from account a join medewerker m on m.regio_id = a.regio_id and m.id = a.medewerker_id
 where a.issuer = 'proef' and m.actief`;
