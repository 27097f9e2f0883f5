import { SIGNAALSOORTEN, type Signaalsoort } from '#signalen';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import { CasusLeerling, MedewerkerNaam, VolgendeTaak } from '../casus.dto.js';
import { VersieInvoer } from '../werk/werk.dto.js';
import { OVERNAMEAANLEIDINGEN, OVERNAMETOESTANDEN, type Overnametoestand } from './overname.js';

/** To whom a casus is offered: one of `naar`, `team` and `andereRegio`. `versie` is that of the casus. */
export class OvernameInvoer extends VersieInvoer {
  /** Id of the colleague. */
  @IsOptional()
  @Matches(/^[1-9]\d{0,17}$/)
  naar?: string;

  /** Code of a team: who of it has most room is asked. */
  @IsOptional()
  @Matches(/^[a-z0-9][a-z0-9-]{0,49}$/i)
  team?: string;

  /** RMC number of the region where the youngster lives now. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(40)
  andereRegio?: number;

  /** What the receiver must know; read by the receiver from acceptance on. */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(2000)
  toelichting?: string;
}

/** `versie` is that of the overname. */
export class OvernameAcceptatie extends VersieInvoer {
  /** Of another region: who accepted there, with a phone number. */
  @IsOptional()
  @IsString()
  @MinLength(2)
  @MaxLength(200)
  ontvanger?: string;
}

export class OvernameWeigering extends VersieInvoer {
  /** Why not, and what the sender may try. */
  @IsString()
  @MinLength(3)
  @MaxLength(1000)
  reden!: string;
}

/** Who offers a casus. */
export class OvernameVerzender extends MedewerkerNaam {
  /** At work; absent when it is not known. */
  telefoon?: string;
}

/** What a receiver sees of a casus before accepting it (toegang.md 1): who, why, and what is to be done next. */
export class OvernameCasus {
  id!: string;
  /** `36-2026-00123`. */
  nummer!: string;
  leerling!: CasusLeerling;
  @ApiProperty({ enum: SIGNAALSOORTEN, isArray: true })
  signalen!: Signaalsoort[];
  volgendeTaak?: VolgendeTaak;
}

/** A casus that is offered to another officer or region; its owner stays until it is accepted. */
export class OvernameAntwoord {
  id!: string;
  @ApiProperty({ enum: OVERNAMETOESTANDEN })
  toestand!: Overnametoestand;
  @ApiProperty({ enum: OVERNAMEAANLEIDINGEN })
  aanleiding!: string;
  casus!: OvernameCasus;
  van!: OvernameVerzender;
  /** Absent when another region is asked. */
  naar?: MedewerkerNaam;
  /** RMC number. */
  andereRegio?: number;
  aangebodenOp!: Date;
  /** Date before which it is to be decided; absent once it is. */
  vervaltOp?: string;
  beslistOp?: Date;
  /** Why this receiver, B1; absent when a person chose. */
  uitleg?: string;
  /** What the sender says. Absent for the receiver before acceptance, and for who does not see the content of the casus. */
  toelichting?: string;
  /** Why it was refused, or who of the other region accepted. As `toelichting`. */
  @ApiPropertyOptional()
  antwoord?: string;
  versie!: number;
}
