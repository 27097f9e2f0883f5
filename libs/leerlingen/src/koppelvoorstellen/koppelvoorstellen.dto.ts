import { PaginaVraag } from '#toegang';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Matches, MaxLength, Min } from 'class-validator';
import {
  AANLEIDINGEN,
  BESLUITEN,
  OORDELEN,
  VOORSTELSTATUSSEN,
  type Aanleiding,
  type Besluit,
  type Voorstelstatus,
} from './koppelvoorstel.js';

/** Which proposals, and which page of them. */
export class KoppelvoorstellenVraag extends PaginaVraag {
  @IsOptional()
  @IsIn(VOORSTELSTATUSSEN)
  @ApiPropertyOptional({ enum: VOORSTELSTATUSSEN })
  status?: Voorstelstatus;

  /** The school whose delivery asked, `99AA00`. Who has a secret address is in no such list. */
  @IsOptional()
  @Matches(/^\d{2}[A-Z]{2}\d{2}$/)
  school?: string;
}

/** Is it one youngster or are there two? */
export class BeslissingDto {
  @IsIn(BESLUITEN)
  @ApiProperty({ enum: BESLUITEN })
  besluit!: Besluit;

  /** Why; kept with the proposal. No personal data. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  reden?: string;

  /** The versie that was read. */
  @IsInt()
  @Min(1)
  versie!: number;
}

/** Takes a decision back. */
export class KoppelingOngedaanDto {
  /** The versie that was read. */
  @IsInt()
  @Min(1)
  versie!: number;
}

/** One of the two records. */
export class VoorstelLeerling {
  id!: string;
  /** Only for who may see this youngster by name. */
  naam?: string;
  /** Date; only for who may see this youngster by name. */
  geboortedatum?: string;
  /** Made for the question: until it is decided no signaal about it goes to a school. */
  voorlopig!: boolean;
}

/** How one field of the two compares; never its values. */
export class VoorstelVeld {
  /** `achternaam`, `geboortedatum` … */
  veld!: string;
  @ApiProperty({ enum: OORDELEN })
  oordeel!: (typeof OORDELEN)[number];
  /** What it adds to or takes off the score. Absent when the address of either is secret. */
  punten?: number;
}

/** Who decided. */
export class VoorstelBeslisser {
  id!: string;
  naam!: string;
}

/** A doubtful match, for a person to decide. What the asker may not see is absent. */
export class KoppelvoorstelAntwoord {
  id!: string;
  @ApiProperty({ enum: VOORSTELSTATUSSEN })
  status!: Voorstelstatus;
  @ApiProperty({ enum: AANLEIDINGEN })
  aanleiding!: Aanleiding;
  /** The newer or provisional record. */
  leerling!: VoorstelLeerling;
  /** The one that it may be. */
  kandidaat!: VoorstelLeerling;
  /** 0 to 1000; absent when the reason is no score, and when the address of either is secret. */
  score?: number;
  /** The evidence, field by field. Nothing about where someone lives or learns when the address of either is secret. */
  velden!: VoorstelVeld[];
  /** Whose delivery asked, `99AA00`. Absent when the address of either is secret. */
  school?: string;
  schoolNaam?: string;
  gemaaktOp!: Date;
  beslotenOp?: Date;
  beslotenDoor?: VoorstelBeslisser;
  reden?: string;
  versie!: number;
}

/** The longest waiting first. */
export class KoppelvoorstellenPagina {
  resultaten!: KoppelvoorstelAntwoord[];
  @ApiProperty({ type: String, nullable: true })
  volgende!: string | null;
}
