import { Toegang, type Rol, type Wie } from '#kern';
import { Aanvrager } from '#toegang';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SignalenPagina, SignalenVraag } from './signalenlijst.dto.js';
import { Signalenlijst } from './signalenlijst.service.js';
import { TakenPagina, TakenVraag } from './takenlijst.dto.js';
import { Takenlijst } from './takenlijst.service.js';
import { WerkvoorraadPagina, WerkvoorraadVraag } from './werkvoorraad.dto.js';
import { Werkvoorraad } from './werkvoorraad.service.js';

@ApiTags('werkplek')
@Controller()
export class WerkplekController {
  constructor(
    private readonly werkvoorraad: Werkvoorraad,
    private readonly signalen: Signalenlijst,
    private readonly taken: Takenlijst,
  ) {}

  /** The queue: open casussen with their next step, the first due first. */
  @Get('werkvoorraad')
  @Toegang({
    rollen: ['doorstroomcoach', 'leerplichtambtenaar', 'generalist', 'teamleider', 'regiocoordinator'],
    uitleg: 'Open casussen of oneself, of one’s teams and of one’s scope; the regiocoördinator without names.',
  })
  leesWerkvoorraad(@Aanvrager() wie: Wie, @Query() vraag: WerkvoorraadVraag): Promise<WerkvoorraadPagina> {
    return this.werkvoorraad.lees(wie, vraag);
  }

  /** Open signalen, newest first. */
  @Get('signalen')
  @Toegang({
    rollen: [
      ...['doorstroomcoach', 'leerplichtambtenaar', 'generalist', 'teamleider', 'regiocoordinator'],
      ...['zorgcoordinator', 'decaan'],
    ] as Rol[],
    uitleg:
      'Open signalen of the youngsters whom one follows; the regiocoördinator without names; people of a school those about their own school itself.',
  })
  leesSignalen(@Aanvrager() wie: Wie, @Query() vraag: SignalenVraag): Promise<SignalenPagina> {
    return this.signalen.lees(wie, vraag);
  }

  /** Open tasks, the first due first. */
  @Get('taken')
  @Toegang({
    rollen: [
      ...['doorstroomcoach', 'leerplichtambtenaar', 'generalist', 'teamleider', 'regiocoordinator'],
      ...['zorgcoordinator', 'decaan'],
    ] as Rol[],
    uitleg:
      'Open tasks of oneself and of the casussen that one sees; the regiocoördinator without names; people of a school those of their school.',
  })
  leesTaken(@Aanvrager() wie: Wie, @Query() vraag: TakenVraag): Promise<TakenPagina> {
    return this.taken.lees(wie, vraag);
  }
}
