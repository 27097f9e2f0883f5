import { HOOGSTE_AANTAL, STANDAARD_AANTAL } from '#kern';
import { OPDRACHTSTATUSSEN, type Opdrachtstatus } from '#wachtrij';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';

export class OpdrachtenVraag {
  /** Only rows that are still to be done, that were given up, or that are done. */
  @IsOptional()
  @IsIn(OPDRACHTSTATUSSEN)
  status?: Opdrachtstatus;

  /** Only rows of this kind, for instance `doorstroom.controleSchool`. */
  @IsOptional()
  @Matches(/^[a-z][a-zA-Z]{0,40}\.[a-z][a-zA-Z]{0,40}$/)
  soort?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(HOOGSTE_AANTAL)
  aantal: number = STANDAARD_AANTAL;

  /** Cursor out of `volgende` of the previous page. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  na?: string;
}

/** A piece of work in the ledger. */
export class OpdrachtAntwoord {
  id!: string;
  /** Absent: work of the instance itself. */
  regioId?: number;
  soort!: string;
  status!: Opdrachtstatus;
  /** Ids of what the work is about. */
  data!: Record<string, unknown>;
  /** Not before this moment. */
  vanafOp!: Date;
  /** How often a worker started on it. */
  pogingen!: number;
  aangemaaktOp!: Date;
  gestartOp?: Date;
  klaarOp?: Date;
  /** When it was given up. */
  doodOp?: Date;
  foutCode?: string;
  /** What went wrong last, and what to do. */
  foutTekst?: string;
}

export class OpdrachtenPagina {
  resultaten!: OpdrachtAntwoord[];
  volgende!: string | null;
}
