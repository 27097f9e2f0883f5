import { BijDeactiveren } from '#organisaties';
import { SignalenModule, Signalen } from '#signalen';
import { Taken, TakenModule } from '#taken';
import { OrganisatiesModule } from '#organisaties';
import { Test } from '@nestjs/testing';
import { Bewaking } from '../bewaking/bewaking.service.js';
import { CasussenModule } from '../casussen.module.js';
import { Casussen } from '../casussen.service.js';
import { Nazorg } from '../nazorg/nazorg.service.js';
import { Wekker } from '../wachten/wekker.service.js';
import { Herverdeling } from '../routering/herverdeling.service.js';
import { Overnames } from '../overname/overnames.service.js';
import { Herroutering } from '../routering/herroutering.service.js';
import { Tijdlijn } from '../tijdlijn.service.js';

export interface Diensten {
  bewaking: Bewaking;
  casussen: Casussen;
  herverdeling: Herverdeling;
  nazorg: Nazorg;
  wekker: Wekker;
  herroutering: Herroutering;
  overnames: Overnames;
  signalen: Signalen;
  taken: Taken;
  tijdlijn: Tijdlijn;
  bijDeactiveren: BijDeactiveren;
  sluit(): Promise<void>;
}

/** The services as the worker has them, wired by their own modules. */
export async function maakDiensten(): Promise<Diensten> {
  const app = await Test.createTestingModule({
    imports: [OrganisatiesModule, SignalenModule, TakenModule, CasussenModule],
  }).compile();
  await app.init();
  return {
    bewaking: app.get(Bewaking),
    casussen: app.get(Casussen),
    herverdeling: app.get(Herverdeling),
    nazorg: app.get(Nazorg),
    wekker: app.get(Wekker),
    herroutering: app.get(Herroutering),
    overnames: app.get(Overnames),
    signalen: app.get(Signalen),
    taken: app.get(Taken),
    tijdlijn: app.get(Tijdlijn),
    bijDeactiveren: app.get(BijDeactiveren),
    sluit: () => app.close(),
  };
}
