import { DomeinFout, heeftRol, toegangsregelVan, type Wie } from '#kern';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { type VerzoekMetWie } from './aanvrager.decorator.js';
import { Snelheidsgrens } from './snelheidsgrens.js';
import { Tokens } from './tokens.js';
import { WieVragen } from './wie.vragen.js';

interface Verzoek extends VerzoekMetWie {
  headers: { authorization?: string };
  routeOptions?: { url?: string };
}

/** Lets a request through when its route's `@Toegang` says so. What the asker then sees is narrowed by `zichtbaar`. */
@Injectable()
export class ToegangGuard implements CanActivate {
  constructor(
    private readonly tokens: Tokens,
    private readonly wie: WieVragen,
    private readonly grens: Snelheidsgrens,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const regel = toegangsregelVan(context.getHandler());
    // The boot refuses such a route already; this is the second lock.
    if (regel === undefined) throw geenToegang();
    if (regel.rollen === 'openbaar') return true;
    const verzoek = context.switchToHttp().getRequest<Verzoek>();
    const wie = await this.wieVan(verzoek);
    verzoek.wie = wie;
    if (regel.rollen !== 'aangemeld' && !heeftRol(wie, ...regel.rollen)) throw geenToegang();
    // Every search, whoever writes the next one: nobody has to remember it.
    if (verzoek.routeOptions?.url?.endsWith('/_zoek') === true) this.grens.tel(wie);
    return true;
  }

  private async wieVan(verzoek: Verzoek): Promise<Wie> {
    const identiteit = await this.tokens.controleer(bearer(verzoek.headers.authorization));
    const wie = await this.wie.lees(identiteit);
    if (wie !== null) return wie;
    throw new DomeinFout(
      'nietAangemeld',
      'accountOnbekend',
      'Dit account hoort niet bij een actieve medewerker of school in Sluitend. Vraag uw beheerder om toegang.',
    );
  }
}

function bearer(kop: string | undefined): string {
  const delen = /^Bearer +([A-Za-z0-9\-._~+/]+=*)$/i.exec(kop ?? '');
  if (delen?.[1] !== undefined) return delen[1];
  throw new DomeinFout(
    'nietAangemeld',
    'tokenOntbreekt',
    'U bent niet aangemeld. Stuur een token mee in de kop «Authorization: Bearer …».',
  );
}

function geenToegang(): DomeinFout {
  return new DomeinFout(
    'verboden',
    'geenToegang',
    'U mag dit niet met uw rol. Hebt u het nodig voor uw werk? Vraag het aan uw beheerder.',
  );
}
