import { OPDRACHTSTATUSSEN, type Opdrachtstatus } from '#wachtrij';
import { PaginaVraag } from '#toegang';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';

export class OpdrachtenQuery extends PaginaVraag {
  /** Alleen opdrachten met deze status. */
  @IsOptional()
  @IsIn(OPDRACHTSTATUSSEN)
  @ApiProperty({ enum: OPDRACHTSTATUSSEN, required: false })
  status?: Opdrachtstatus;

  /** Alleen opdrachten van deze soort, bijvoorbeeld doorstroom.controleSchool. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  soort?: string;
}

/** Eén stuk werk van de wachtrij. */
export class OpdrachtDto {
  id!: string;
  /** Soort werk. */
  soort!: string;
  @ApiProperty({ enum: OPDRACHTSTATUSSEN })
  status!: Opdrachtstatus;
  /** Hoe vaak een werker eraan begon. */
  pogingen!: number;
  @ApiProperty({ type: String, format: 'date-time' })
  aangemaaktOp!: Date;
  /** Niet eerder dan dit moment. */
  @ApiProperty({ type: String, format: 'date-time' })
  vanafOp!: Date;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  klaarOp!: Date | null;
  /** Wanneer het werk is opgegeven. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  opgegevenOp!: Date | null;
  @ApiProperty({ type: String, nullable: true })
  foutCode!: string | null;
  /** Wat er de laatste keer misging, zonder persoonsgegevens. */
  @ApiProperty({ type: String, nullable: true })
  foutTekst!: string | null;
}

export class OpdrachtenPagina {
  resultaten!: OpdrachtDto[];
  /** Pad van de volgende bladzijde, of null aan het eind. */
  @ApiProperty({ type: String, nullable: true })
  volgende!: string | null;
}
