import { DomeinFout, type GelezenVersie, type Wie } from '#kern';
import { Taken } from '#taken';
import { Injectable } from '@nestjs/common';
import type { CasusAntwoord } from '../../casus.dto.js';
import { BijAfsluiten } from '../../haken.js';
import { Casuswerk, type Werk } from '../casuswerk.service.js';
import { StappenRepository } from '../stap/stappen.repository.js';
import { Stappen } from '../stap/stappen.service.js';
import type { Afsluiting, Heropening } from './einde.dto.js';
import { pastBij, UITKOMSTTEKST, type Casusuitkomst } from './einde.regels.js';
import { EindeRepository } from './einde.repository.js';
import { Sluitgevolgen } from './sluitgevolgen.service.js';

/** Closes a casus when the youngster is where they should be, and opens it again. */
@Injectable()
export class Afsluiten {
  constructor(
    private readonly casuswerk: Casuswerk,
    private readonly haak: BijAfsluiten,
    private readonly taken: Taken,
    private readonly stappen: StappenRepository,
    private readonly volgende: Stappen,
    private readonly repository: EindeRepository,
    private readonly gevolgen: Sluitgevolgen,
  ) {}

  /**
   * @throws DomeinFout as `Casuswerk.bewerk`; 409 `nogNietOpKoers`, `uitkomstPastNiet`, `terugkoppelingOpen`
   */
  sluit(
    wie: Wie,
    casusId: string,
    { uitkomst, teruggekoppeld }: Afsluiting,
    gelezen: GelezenVersie,
  ): Promise<CasusAntwoord> {
    const route = 'POST /api/v1/casussen/:id/afsluiting';
    return this.casuswerk.bewerk({ wie, casusId, route, gelezen, metSlot: true }, async (werk) => {
      const { tx, casus, vandaag, nu } = werk;
      const { leerlingId } = casus.stand;
      const grond = await this.haak.inhoud.sluitgrond(tx, wie.regioId, leerlingId, vandaag);
      if (grond === null) throw nogNietOpKoers();
      if (!pastBij(uitkomst, grond)) throw uitkomstPastNiet(uitkomst);
      await this.rondTerugkoppelingAf(werk, teruggekoppeld === true);
      await this.taken.laatVervallen(tx, wie.regioId, [casusId], 'afgesloten', nu);
      casus.sluit(uitkomst, nu);
      casus.noteer('casusGesloten', `De casus is gesloten: ${UITKOMSTTEKST[uitkomst]}.`, { uitkomst, grond });
      return () => this.gevolgen.naSluiten(werk, grond);
    });
  }

  /**
   * Reopening is normal. Its owner of then has it again, or who opens it when that one stopped.
   * @throws DomeinFout as `Casuswerk.bewerk`; 409 `overgangOngeldig` when it is open, `andereCasusOpen`
   */
  heropen(wie: Wie, casusId: string, { volgendeStap }: Heropening, gelezen: GelezenVersie): Promise<CasusAntwoord> {
    const route = 'POST /api/v1/casussen/:id/heropening';
    const verzoek = { wie, casusId, route, gelezen, metSlot: true, ookGesloten: true };
    return this.casuswerk.bewerk(verzoek, async (werk) => {
      const { tx, casus, nu } = werk;
      casus.heropen(nu);
      const ander = await this.repository.andereOpen(tx, wie.regioId, casusId);
      if (ander !== null) throw andereCasusOpen(ander);
      const { verantwoordelijkeId } = casus.stand;
      if (verantwoordelijkeId === null || !(await this.repository.isActief(tx, wie.regioId, verantwoordelijkeId))) {
        casus.zetVerantwoordelijke(wie.id);
      }
      casus.noteer('casusHeropend', 'De casus is heropend.');
      await this.volgende.zet(werk, volgendeStap ?? { soort: 'begeleiding' }, 'vervangen');
    });
  }

  /** While feedback is due, closing says that it was given. */
  private async rondTerugkoppelingAf({ tx, wie, casus, nu }: Werk, gedaan: boolean): Promise<void> {
    const open = await this.stappen.open(tx, wie.regioId, casus.stand.id, ['terugkoppeling']);
    if (open.length === 0) return;
    if (!gedaan) throw terugkoppelingOpen();
    const ids = open.map((t) => t.id);
    await this.taken.rondAf(tx, wie.regioId, ids, {
      toestand: 'afgerond',
      resultaat: 'teruggekoppeld',
      door: wie.id,
      nu,
    });
    casus.noteer('teruggekoppeld', 'Wie de leerling meldde, weet wat er is gedaan.');
  }
}

function nogNietOpKoers(): DomeinFout {
  const tekst =
    'Deze leerling is nog niet op koers. Sluiten kan als de leerling is aangekomen, een geldige bestemming heeft of aan de vraag van nu voldoet.';
  return new DomeinFout('conflict', 'nogNietOpKoers', tekst);
}

function uitkomstPastNiet(uitkomst: Casusuitkomst): DomeinFout {
  const tekst = `Uit de gegevens blijkt niet: ${UITKOMSTTEKST[uitkomst]}. Kies een andere uitkomst.`;
  return new DomeinFout('conflict', 'uitkomstPastNiet', tekst);
}

function terugkoppelingOpen(): DomeinFout {
  const tekst =
    'Wie de leerling meldde, heeft nog niet gehoord wat er is gedaan. Laat het weten en stuur dan «teruggekoppeld: true» mee.';
  return new DomeinFout('conflict', 'terugkoppelingOpen', tekst);
}

function andereCasusOpen(nummer: string): DomeinFout {
  const tekst = `Van deze leerling is al een andere casus open: ${nummer}. Ga daarin verder.`;
  return new DomeinFout('conflict', 'andereCasusOpen', tekst);
}
