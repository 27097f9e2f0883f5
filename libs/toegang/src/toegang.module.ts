import { Config } from '#config';
import { Klok } from '#kern';
import { LogboekModule } from '#logboek';
import { Module, type DynamicModule } from '@nestjs/common';
import { DiscoveryModule, MetadataScanner } from '@nestjs/core';
import { Snelheidsgrens } from './snelheidsgrens.js';
import { ToegangGuard } from './toegang.guard.js';
import { Toegangscontrole } from './toegangscontrole.js';
import { Tokens, type Vertrouwd } from './tokens.js';
import { Weigeringen } from './weigeringen.js';
import { WieVragen } from './wie.vragen.js';

/** Who is asking and what they may call. Only the API process needs it; `zichtbaar` and `waaromMag` are plain functions. */
@Module({})
export class ToegangModule {
  /** @param vertrouwd the providers whose tokens count, see `uitgevers` */
  static met(vertrouwd: readonly Vertrouwd[]): DynamicModule {
    const tokens = {
      provide: Tokens,
      inject: [Config, Klok],
      useFactory: (config: Config, klok: Klok): Tokens =>
        new Tokens(vertrouwd, config.oidcAudience, () => klok.echteTijd()),
    };
    const grens = {
      provide: Snelheidsgrens,
      inject: [Klok],
      useFactory: (klok: Klok): Snelheidsgrens => new Snelheidsgrens(() => klok.echteTijd()),
    };
    return {
      module: ToegangModule,
      imports: [LogboekModule, DiscoveryModule],
      providers: [tokens, grens, MetadataScanner, WieVragen, ToegangGuard, Toegangscontrole, Weigeringen],
      exports: [Tokens, WieVragen, ToegangGuard, Toegangscontrole, Weigeringen],
    };
  }
}
