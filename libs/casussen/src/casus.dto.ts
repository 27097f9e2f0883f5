import { SIGNAALSOORTEN, type Signaalsoort } from '#signalen';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { TOEWIJSAANLEIDINGEN, type Toewijsaanleiding } from './routering/routering.js';
import { DOELGROEPEN, FASEN, type Doelgroep, type Fase } from './casus.js';
import { CasusRedenAntwoord, OpschortingAntwoord, WachtOpAntwoord, WetAntwoord } from './werk/beeld.dto.js';
import { Voorstel } from './werk/stap/stap.dto.js';

/** An employee, by name. */
export class MedewerkerNaam {
  id!: string;
  naam!: string;
}

/** The youngster of a casus. What the asker may not see is absent. */
export class CasusLeerling {
  id!: string;
  naam?: string;
  /** Date. */
  geboortedatum?: string;
  /** Exam school, `99AA00`. Absent when the address is secret and the asker does not hold the casus. */
  school?: string;
  schoolNaam?: string;
}

/** The next step of a casus. */
export class VolgendeTaak {
  id!: string;
  soort!: string;
  /** Date on which it must be done. */
  vervaltOp!: string;
}

/** One reason to look, as the casus knows it. */
export class CasusSignaal {
  @ApiProperty({ enum: SIGNAALSOORTEN })
  soort!: Signaalsoort;
  /** `2025-2026`: the schooljaar of the cohort. */
  schooljaar!: string;
  geopendOp!: Date;
  geslotenOp?: Date;
}

/** A task of the casus that is still to do. */
export class CasusTaak extends VolgendeTaak {
  eigenaar?: MedewerkerNaam;
}

const LAGEN = ['T2', 'T3'] as const;

/** A casus. What the asker may not see is absent. */
export class CasusAntwoord {
  id!: string;
  /** `36-2026-00123`. */
  nummer!: string;
  leerling!: CasusLeerling;
  @ApiPropertyOptional({ enum: DOELGROEPEN })
  doelgroep?: Doelgroep;
  @ApiProperty({ enum: FASEN })
  fase!: Fase;
  signalen!: CasusSignaal[];
  /** Absent when the casus is closed and had none. */
  casusverantwoordelijke?: MedewerkerNaam;
  volgendeTaak?: VolgendeTaak;
  /** Open tasks, the first due first. */
  taken!: CasusTaak[];
  geopendOp!: Date;
  geslotenOp?: Date;
  /** Code of how it ended, e.g. `alsnogOpKoers`. */
  uitkomst?: string;
  opgeschort!: boolean;
  /** Who speaks with the youngster, the parents and the school, when that is somebody in particular. */
  woordvoerder?: MedewerkerNaam;
  /** Why the youngster did not arrive (T2). */
  reden?: CasusRedenAntwoord;
  wachtOp?: WachtOpAntwoord;
  opschorting?: OpschortingAntwoord;
  wet?: WetAntwoord;
  /** The next step that fits each way in which contact may go; for who works on an open casus. */
  voorstel?: Voorstel;
  /** Tiers that this asker does not see, whether or not there is anything in them. */
  @ApiPropertyOptional({ enum: LAGEN, isArray: true })
  afgeschermd?: (typeof LAGEN)[number][];
  versie!: number;
}

/** Someone who could have got the casus, as it was at that moment. */
export class ToewijzingKandidaat {
  medewerker!: MedewerkerNaam;
  openCasussen!: number;
  capaciteit!: number;
  aanwezig!: boolean;
  /** Their role covers this gemeente or school. */
  binnenBereik!: boolean;
}

/** The routing rule that decided. */
export class ToewijzingRegel {
  id!: string;
  /** Absent for who sees no names, and with a secret address for who does not hold the casus. */
  omschrijving?: string;
}

/** Why this person has the casus. */
export class ToewijzingAntwoord {
  medewerker!: MedewerkerNaam;
  @ApiProperty({ type: ToewijzingRegel, nullable: true })
  regel!: ToewijzingRegel | null;
  /** What the choice was made from: woongemeente, school, doelgroep, periode … Absent as `regel.omschrijving`. */
  @ApiPropertyOptional({ type: 'object', additionalProperties: true })
  invoer?: Record<string, unknown>;
  kandidaten!: ToewijzingKandidaat[];
  /** «Waarom bij mij?», B1. Absent as `regel.omschrijving`. */
  uitleg?: string;
  /** What made it move; `opening` of a new casus. Absent as `regel.omschrijving`. */
  @ApiPropertyOptional({ enum: TOEWIJSAANLEIDINGEN })
  aanleiding?: Toewijsaanleiding;
  /** Why the procesbewaker got it: `geenRegel`, `teamLeeg`, `teamVol` or `teruggegeven`. */
  terugval?: string;
  toegewezenOp!: Date;
  /** `systeem` or `medewerker:<id>`. */
  door!: string;
}
