import { toegangsregelVan, type Toegangsregel } from '#kern';
import { Injectable, RequestMethod, type OnApplicationBootstrap } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';

/** One route of the API with its access rule. */
export interface Route {
  /** `GET`, `POST` … */
  methode: string;
  /** Path below the base path, as the router has it: `/leerlingen/:id`. */
  pad: string;
  /** `LeerlingenController.toon` */
  naam: string;
  regel: Toegangsregel | undefined;
}

/** Knows every route, and refuses the boot when one has no access rule: forgetting it would open or hide a route. */
@Injectable()
export class Toegangscontrole implements OnApplicationBootstrap {
  private gevonden: readonly Route[] | undefined;

  constructor(
    private readonly vinder: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  /** @throws Error that names each route without `@Toegang`. */
  onApplicationBootstrap(): void {
    const zonder = this.routes().filter((r) => r.regel === undefined);
    if (zonder.length === 0) return;
    const lijst = zonder.map((r) => `${r.methode} ${r.pad} (${r.naam})`).join(', ');
    throw new Error(`No @Toegang on: ${lijst}. Say on each controller method who may call it.`);
  }

  /** Every route, by path and method. They don't change once the application is built. */
  routes(): readonly Route[] {
    this.gevonden ??= this.zoek();
    return this.gevonden;
  }

  private zoek(): Route[] {
    return this.vinder
      .getControllers()
      .flatMap(({ metatype, instance }) => {
        if (typeof metatype !== 'function' || typeof instance !== 'object' || instance === null) return [];
        return this.routesVan(metatype, instance);
      })
      .sort((a, b) => (sleutel(a) < sleutel(b) ? -1 : 1));
  }

  private routesVan(klasse: { name: string }, instantie: object): Route[] {
    const basis = paden(klasse);
    return this.scanner.getAllMethodNames(Object.getPrototypeOf(instantie) as object).flatMap((naam) => {
      const methode: unknown = Reflect.get(instantie, naam);
      if (typeof methode !== 'function' || !Reflect.hasMetadata(PATH_METADATA, methode)) return [];
      const soort = Reflect.getMetadata(METHOD_METADATA, methode) as RequestMethod;
      return basis.flatMap((begin) =>
        paden(methode).map((eind) => ({
          methode: RequestMethod[soort] ?? String(soort),
          pad: plak(begin, eind),
          naam: `${klasse.name}.${naam}`,
          regel: toegangsregelVan(methode),
        })),
      );
    });
  }
}

/** Sorted by bytes: the list that is made of it must be the same on every machine. */
function sleutel({ pad, methode }: Route): string {
  return `${pad} ${methode}`;
}

function paden(doel: object): string[] {
  const pad = Reflect.getMetadata(PATH_METADATA, doel) as string | string[] | undefined;
  return [pad ?? ''].flat();
}

function plak(begin: string, eind: string): string {
  const delen = [begin, eind].flatMap((d) => d.split('/')).filter((d) => d !== '');
  return `/${delen.join('/')}`;
}
