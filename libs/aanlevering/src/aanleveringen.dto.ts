import { PaginaVraag } from '#toegang';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsISO8601, IsNotEmpty, IsOptional, IsString, Matches, MaxLength, Min } from 'class-validator';
import { FORMATEN, type Formaat } from './formaten/formaat.js';
import { MODI, STATUSSEN, type AanleveringStatus, type Modus, type Tellingen } from './aanlevering.js';

const SCHOOL = /^\d{2}[A-Z]{2}\d{2}$/;
const SCHOOL_TEKST = { message: 'Geef de school als BRIN met vestigingsnummer, bijvoorbeeld 99AA00.' };

/** Waar een bestand over gaat; het bestand zelf is de inhoud van het verzoek. */
export class AanleverenQuery {
  /** BRIN en vestigingsnummer, bijvoorbeeld 99AA00. */
  @Matches(SCHOOL, SCHOOL_TEKST)
  school!: string;

  /** Dag waarop het bestand is gemaakt. */
  @IsISO8601({ strict: true })
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'Geef een bestaande datum als jjjj-mm-dd.' })
  @ApiProperty({ format: 'date' })
  peildatum!: string;

  /** volledig: alle leerlingen staan erin. mutaties: alleen wat verandert. */
  @IsOptional()
  @IsIn(MODI)
  @ApiPropertyOptional({ enum: MODI, default: 'volledig' })
  modus: Modus = 'volledig';

  /**
   * De indeling van het bestand. Laat het weg: de inhoud van het bestand zegt het zelf. Is het ingevuld en is de inhoud
   * anders, dan wordt het bestand afgekeurd. duo-vsv, rod, edexml en oneroster kunnen alleen met modus=mutaties.
   */
  @IsOptional()
  @IsIn(FORMATEN)
  @ApiPropertyOptional({ enum: FORMATEN })
  formaat?: Formaat;
}

export class AanleveringenQuery extends PaginaVraag {
  /** Alleen aanleveringen van deze school. */
  @IsOptional()
  @Matches(SCHOOL, SCHOOL_TEKST)
  school?: string;

  @IsOptional()
  @IsIn(STATUSSEN)
  @ApiPropertyOptional({ enum: STATUSSEN })
  status?: AanleveringStatus;
}

export class BevindingenQuery extends PaginaVraag {}

export class BesluitDto {
  /** Waarom u dit besluit; blijft bij de aanlevering staan. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  reden!: string;
}

export class OngedaanmakingDto extends BesluitDto {
  /** Van de aanlevering zoals u haar zag: is zij intussen veranderd, dan gebeurt er niets. */
  @IsInt()
  @Min(1)
  versie!: number;
}

/** Wat iemand over een aanlevering besloot. */
export class BesluitAntwoord {
  /** Naam van wie dit besloot. */
  door!: string;
  reden!: string;
  @ApiProperty({ type: String, format: 'date-time' })
  beslotenOp!: Date;
}

export class TellingenDto implements Tellingen {
  nieuw!: number;
  gewijzigd!: number;
  ongewijzigd!: number;
  verdwenen!: number;
  buitenCohort!: number;
  quarantaine!: number;
  koppelvoorstellen!: number;
}

export class BevindingtellingDto {
  fouten!: number;
  waarschuwingen!: number;
}

/** Eén aangeleverd bestand en wat ermee gebeurde. */
export class AanleveringDto {
  id!: string;
  school!: string;
  /** Bijvoorbeeld 2025-2026. */
  schooljaar!: string;
  @ApiProperty({ format: 'date' })
  peildatum!: string;
  @ApiProperty({ enum: MODI })
  modus!: Modus;
  @ApiProperty({ enum: STATUSSEN })
  status!: AanleveringStatus;
  @ApiProperty({ type: String, format: 'date-time' })
  ontvangenOp!: Date;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  verwerktOp!: Date | null;
  /** Aantal regels; null zolang het bestand niet is gelezen. */
  @ApiProperty({ type: Number, nullable: true })
  regels!: number | null;
  tellingen!: TellingenDto;
  bevindingen!: BevindingtellingDto;
  /** Waarom het bestand op bevestiging wacht. */
  redenWachten?: string;
  /** Wie haar bevestigde of verwierp, en waarom. */
  besluit?: BesluitAntwoord;
  /** Wie haar ongedaan maakte, en waarom: de gegevens van daarvoor staan er weer. */
  ongedaanmaking?: BesluitAntwoord;
  /** De aanlevering waarvan dit bestand regels herstelt die in quarantaine stonden. */
  herstelVan?: string;
  versie!: number;
}

export class AanleveringenPagina {
  resultaten!: AanleveringDto[];
  /** Pad van de volgende bladzijde, of null aan het eind. */
  @ApiProperty({ type: String, nullable: true })
  volgende!: string | null;
}

/** Wat er aan een regel of aan het hele bestand niet klopt, en hoe u het herstelt. */
export class BevindingDto {
  /** Regel van het bestand, geteld vanaf 1; null bij het hele bestand. */
  @ApiProperty({ type: Number, nullable: true })
  regel!: number | null;
  @ApiProperty({ type: String, nullable: true })
  kolom!: string | null;
  /** De waarde zoals die is aangeleverd; een nummer dat een PGN kan zijn is afgeschermd. */
  @ApiProperty({ type: String, nullable: true })
  waarde!: string | null;
  code!: string;
  tekst!: string;
  @ApiProperty({ enum: ['fout', 'waarschuwing'] })
  ernst!: 'fout' | 'waarschuwing';
}

export class BevindingenPagina {
  /** Onwaar: er waren bevindingen, maar ze zijn niet meer bewaard. Hun aantal staat nog bij de aanlevering. */
  bewaard!: boolean;
  resultaten!: BevindingDto[];
  @ApiProperty({ type: String, nullable: true })
  volgende!: string | null;
}
