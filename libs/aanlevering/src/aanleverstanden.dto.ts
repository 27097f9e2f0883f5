import { PaginaVraag } from '#toegang';
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { STATUSSEN, type AanleveringStatus } from './aanlevering.js';
import { BevindingtellingDto } from './aanleveringen.dto.js';

export class AanleverstandenQuery extends PaginaVraag {
  /** Alleen deze school: BRIN en vestigingsnummer, bijvoorbeeld 99AA00. */
  @IsOptional()
  @Matches(/^\d{2}[A-Z]{2}\d{2}$/, { message: 'Geef de school als BRIN met vestigingsnummer, bijvoorbeeld 99AA00.' })
  school?: string;
}

/** Het nieuwste bestand dat binnenkwam, wat er ook mee gebeurde. */
export class NieuwsteDto {
  id!: string;
  @ApiProperty({ enum: STATUSSEN })
  status!: AanleveringStatus;
  @ApiProperty({ type: String, format: 'date-time' })
  ontvangenOp!: string;
  bevindingen!: BevindingtellingDto;
}

/** Het bestand dat als laatste is verwerkt: zo vers zijn de gegevens. */
export class VerwerktDto {
  id!: string;
  @ApiProperty({ format: 'date' })
  peildatum!: string;
  @ApiProperty({ type: String, format: 'date-time' })
  verwerktOp!: string;
  regels!: number;
}

/** Sinds wanneer een school niets bruikbaars aanleverde. */
export class StilteDto {
  @ApiProperty({ format: 'date' })
  sindsDatum!: string;
  /** Hele werkdagen sindsdien. */
  werkdagen!: number;
}

/** Hoe het staat met de aanleveringen van één school. */
export class AanleverstandDto {
  school!: string;
  schoolNaam!: string;
  /** Of van deze school bestanden worden verwacht. */
  levert!: boolean;
  @ApiProperty({ type: VerwerktDto, nullable: true })
  laatstVerwerkt!: VerwerktDto | null;
  @ApiProperty({ type: NieuwsteDto, nullable: true })
  nieuwste!: NieuwsteDto | null;
  /** Null als er nog nooit iets kwam. */
  @ApiProperty({ type: StilteDto, nullable: true })
  stil!: StilteDto | null;
  /** De aanlevering die op een besluit wacht. */
  @ApiProperty({ type: String, nullable: true })
  wachtendeAanlevering!: string | null;
}

export class AanleverstandenPagina {
  resultaten!: AanleverstandDto[];
  /** Pad van de volgende bladzijde, of null aan het eind. */
  @ApiProperty({ type: String, nullable: true })
  volgende!: string | null;
}
