import { ROLLEN, type Rol } from '#kern';
import {
  Dag,
  DatumPerSchooljaar,
  EenVan,
  EnkelVan,
  Facultatief,
  Geheel,
  Getal,
  JaNee,
  Lijst,
  MaandDag,
  Onderdeel,
  Schooljaarveld,
  Tekst,
  Vorm,
  Vormen,
} from './velden.js';

const EMAIL = /^[^\s@<>"]+@[^\s@<>"]+$/;
const SCHOOLCODE = /^\d{2}[A-Z]{2}\d{2}$/;
const GEMEENTECODE = /^\d{4}$/;
const CODE = /^[a-z0-9][a-z0-9-]{0,59}$/i;
const ONDERWIJSSOORTEN = ['vmbo', 'havo', 'vwo', 'pro', 'vso', 'isk', 'vavo', 'mbo'] as const;
const SIGNALEN = ['geenAanmelding', 'geenPlaatsing', 'nietIngeschreven', 'nietAangekomen'] as const;
const ALLE_SIGNALEN = [
  ...SIGNALEN,
  'statusGedaald',
  'ingetrokken',
  'afgewezen',
  'nietVerschenen',
  'uitgevallen',
  'uitgeschreven',
] as const;

export class RegioDto {
  @Geheel(1, 40) nummer!: number;
  @Tekst() naam!: string;
  @EenVan(['Noord', 'Midden', 'Zuid']) vakantiezone!: 'Noord' | 'Midden' | 'Zuid';
  @Vorm(EMAIL, 'een e-mailadres') procesbewaker!: string;
}

export class GemeenteDto {
  @Vorm(GEMEENTECODE, 'een CBS-code, zoals 0796') code!: string;
  @Tekst() naam!: string;
}

export class SchoolDto {
  @Vorm(/^\d{2}[A-Z]{2}$/, 'een BRIN, zoals 99AA') brin!: string;
  @Vorm(/^\d{2}$/, 'een vestigingsnummer, zoals 00') vestigingsnummer!: string;
  @Tekst() naam!: string;
  @EnkelVan(ONDERWIJSSOORTEN) onderwijssoorten!: string[];
  @Vorm(GEMEENTECODE, 'een CBS-code, zoals 0796') gemeente!: string;
  @Facultatief() @EnkelVan(ONDERWIJSSOORTEN) gevolgd?: string[];
  @Facultatief() @JaNee() levert?: boolean;
  @Facultatief() @DatumPerSchooljaar() eersteLesdag?: Record<string, string>;
}

export class RolDto {
  @EenVan(ROLLEN) rol!: Rol;
  @Facultatief() @Vormen(SCHOOLCODE, 'een schoolcode, zoals 99AA00') scholen?: string[];
  @Facultatief() @Vormen(GEMEENTECODE, 'een CBS-code, zoals 0796') gemeenten?: string[];
}

export class AfwezigDto {
  @Dag() van!: string;
  @Dag() tot!: string;
  @Facultatief() @Vorm(EMAIL, 'een e-mailadres') vervanger?: string;
}

export class MedewerkerDto {
  @Vorm(EMAIL, 'een e-mailadres') email!: string;
  @Tekst() naam!: string;
  @Lijst(() => RolDto) rollen!: RolDto[];
  @Facultatief() @Getal(0, 1.5) fte?: number;
  @Facultatief() @Tekst() uitvoeringsorganisatie?: string;
  @Facultatief() @Lijst(() => AfwezigDto) afwezig?: AfwezigDto[];
}

export class TeamDto {
  @Vorm(CODE, 'een korte code, zoals coaches') code!: string;
  @Tekst() naam!: string;
  @Vormen(EMAIL, 'een e-mailadres') leden!: string[];
  @Facultatief() @Geheel(1, 1000) casussenPerFte?: number;
}

export class VoorwaardenDto {
  @Facultatief() @EnkelVan(['voorStart', 'naStart']) periode?: string[];
  @Facultatief() @Vormen(SCHOOLCODE, 'een schoolcode, zoals 99AA00') school?: string[];
  @Facultatief() @Vormen(GEMEENTECODE, 'een CBS-code, zoals 0796') woongemeente?: string[];
  @Facultatief() @EnkelVan(['leerplicht', 'kwalificatieplicht', 'doorstroompunt']) doelgroep?: string[];
  @Facultatief() @EnkelVan(ONDERWIJSSOORTEN) onderwijssoort?: string[];
  @Facultatief() @EnkelVan(ALLE_SIGNALEN) signaal?: string[];
}

export class RegelDto {
  @Geheel(1, 100_000) volgorde!: number;
  @Onderdeel(() => VoorwaardenDto) als!: VoorwaardenDto;
  @Vorm(CODE, 'een korte code, zoals coaches') team!: string;
  @Facultatief() @Tekst() omschrijving?: string;
  @Facultatief() @Dag() geldigVan?: string;
  @Facultatief() @Dag() geldigTot?: string;
}

export class ClientDto {
  @Vorm(CODE, 'een korte code, zoals school-99AA') id!: string;
  @EenVan(['aanleveraar']) rol!: 'aanleveraar';
  @Vormen(SCHOOLCODE, 'een schoolcode, zoals 99AA00') scholen!: string[];
}

export class MomentDto {
  @EenVan(SIGNALEN) signaal!: string;
  @EenVan(['vervolgonderwijs', 'isk', 'entree', 'arbeid', 'dagbesteding']) profiel!: string;
  @Schooljaarveld() schooljaar!: string;
  @Facultatief() @MaandDag() maandDag?: string;
  @Facultatief() @Geheel(0, 200) naEersteLesdagWerkdagen?: number;
  @EenVan(['aangemeld', 'intakeGepland', 'overeenkomstAangeboden', 'ingeschreven', 'aangekomen']) minimaal!: string;
}

/** A region as one file. Parts that are left out stay as they are. */
export class RegiobestandDto {
  @Onderdeel(() => RegioDto) regio!: RegioDto;
  @Facultatief() @Lijst(() => GemeenteDto) gemeenten?: GemeenteDto[];
  @Facultatief() @Lijst(() => SchoolDto) scholen?: SchoolDto[];
  @Facultatief() @Lijst(() => MedewerkerDto) medewerkers?: MedewerkerDto[];
  @Facultatief() @Lijst(() => TeamDto) teams?: TeamDto[];
  @Facultatief() @Lijst(() => RegelDto) routeringsregels?: RegelDto[];
  @Facultatief() @Lijst(() => ClientDto) clients?: ClientDto[];
  @Facultatief() @Lijst(() => MomentDto) signaleringskalender?: MomentDto[];
  @Facultatief() @DatumPerSchooljaar() uitslagGrens?: Record<string, string>;
}
