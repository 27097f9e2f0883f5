import { PaginaVraag } from '#toegang';
import { ApiProperty } from '@nestjs/swagger';
import { IsISO8601, IsOptional, Matches } from 'class-validator';
import { NIVEAUS, type Niveau } from './opschaling.js';

const SOORTEN = ['team', 'zonderTeam', 'regio'] as const;

export class WeekoverzichtenVraag extends PaginaVraag {
  /** Monday of one week; left out: all weeks, the newest first. */
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  @IsISO8601({ strict: true })
  week?: string;
}

/** How many open casussen there were, and in which state. */
export class WeekTellingen {
  open!: number;
  wachtOp!: number;
  opgeschort!: number;
  zonderContact!: number;
  /** The next step is late. */
  teLaat!: number;
  /** Late enough for the teamleider. */
  langTeLaat!: number;
  /** As in the ledger: more than 10 werkdagen. */
  vastgelopen!: number;
}

/** A casus that stood still. */
export class WeekCasus {
  casusId!: string;
  nummer!: string;
  /** Of the next step. */
  soort!: string;
  /** Date until which it could wait. */
  uiterlijk!: string;
  /** Days of its calendar since then. */
  dagen!: number;
  /** Who was told. */
  @ApiProperty({ enum: NIVEAUS, isArray: true, nullable: true })
  niveaus!: Niveau[] | null;
}

/** Late tasks that are no next step of a casus: offers, held deliveries, questions who is who. */
export class WeekTaken {
  soort!: string;
  aantal!: number;
  /** The earliest date. */
  oudste!: string;
}

/** What stood still when a week began. */
export class WeekoverzichtAntwoord {
  id!: string;
  /** Monday. */
  week!: string;
  @ApiProperty({ enum: SOORTEN })
  soort!: (typeof SOORTEN)[number];
  team?: { code: string; naam: string };
  tellingen!: WeekTellingen;
  casussen!: WeekCasus[];
  taken!: WeekTaken[];
  gemaaktOp!: Date;
}

/** The newest week first. */
export class WeekoverzichtenPagina {
  resultaten!: WeekoverzichtAntwoord[];
  @ApiProperty({ type: String, nullable: true })
  volgende!: string | null;
}
