import { CasusLeerling } from '#casussen';
import { SIGNAALSOORTEN, type Signaalsoort } from '#signalen';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { PaginaVraag } from '#toegang';

export class SignalenVraag extends PaginaVraag {
  @IsOptional()
  @IsIn(SIGNAALSOORTEN)
  @ApiPropertyOptional({ enum: SIGNAALSOORTEN })
  soort?: Signaalsoort;

  /** Exam school, or the school that the signaal is about: `99AA00`. */
  @IsOptional()
  @Matches(/^\d{2}[A-Z]{2}\d{2}$/)
  school?: string;
}

/** An open reason to look, at a youngster or at a school. */
export class SignaalItem {
  id!: string;
  @ApiProperty({ enum: SIGNAALSOORTEN })
  soort!: Signaalsoort;
  /** What is the matter, as a sentence; about a school also what to do. */
  tekst!: string;
  /** Absent on a signaal about a school. */
  leerling?: CasusLeerling;
  /** Exam school, or the school that it is about; absent when the asker may not know. */
  school?: string;
  schoolNaam?: string;
  /** `2025-2026`: the schooljaar of the cohort. */
  schooljaar!: string;
  /** The date on which it was found. */
  signaalDatum!: string;
  geopendOp!: Date;
  casusId?: string;
}

/** Newest first. */
export class SignalenPagina {
  resultaten!: SignaalItem[];
  @ApiProperty({ type: String, nullable: true })
  volgende!: string | null;
}
