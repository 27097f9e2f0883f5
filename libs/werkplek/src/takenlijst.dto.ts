import { CasusLeerling, MedewerkerNaam } from '#casussen';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsISO8601, IsOptional, Matches } from 'class-validator';
import { PaginaVraag } from '#toegang';

/** Whose tasks: one's own (at a school: those of the school), or all that one may see. */
const VAN = ['mij', 'iedereen'] as const;

export class TakenVraag extends PaginaVraag {
  @IsOptional()
  @IsIn(VAN)
  @ApiPropertyOptional({ enum: VAN })
  van: (typeof VAN)[number] = 'mij';

  @IsOptional()
  @Matches(/^[a-z][A-Za-z]{0,49}$/)
  soort?: string;

  /** Date: only what is due before it. */
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  @IsISO8601({ strict: true })
  vervaltVoor?: string;
}

/** An open task. */
export class TaakItem {
  id!: string;
  soort!: string;
  /** Date on which it must be done. */
  vervaltOp!: string;
  eigenaar?: MedewerkerNaam;
  casusId?: string;
  casusNummer?: string;
  /** Of a task that asks whether two records are of one youngster. */
  koppelvoorstelId?: string;
  /** Of a task about a traject without casus. */
  trajectId?: string;
  /** Of a task of whoever was told that a casus stands still. */
  opschalingId?: string;
  leerling?: CasusLeerling;
  /** The school that a task without casus is for. */
  school?: string;
  /** The question to a school that it is about, or whose answer or silence it follows. */
  decaanvraagId?: string;
  /** With a question to a school: whom to call there. */
  decanen?: string[];
  gemaaktOp!: Date;
  versie!: number;
}

/** The first due first. */
export class TakenPagina {
  resultaten!: TaakItem[];
  @ApiProperty({ type: String, nullable: true })
  volgende!: string | null;
}
