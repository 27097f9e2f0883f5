import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsNotEmptyObject,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { DOELGROEPEN, type Doelgroep } from '../casus.js';
import { MedewerkerNaam } from '../casus.dto.js';
import { VersieInvoer } from '../werk/werk.dto.js';

const ID = /^[1-9]\d{0,17}$/;
/** So many casussen go in one hand-out. */
export const HOOGSTENS = 2000;

/** Gives one casus to a colleague, or back. */
export class ToewijzingInvoer extends VersieInvoer {
  /** Id of the colleague; left out: the owner gives the casus back. */
  @IsOptional()
  @Matches(ID)
  medewerker?: string;

  /** Why. */
  @IsString()
  @MinLength(3)
  @MaxLength(1000)
  reden!: string;
}

/** Which running casussen: of one colleague, and what else they have in common. */
export class VerdeelFilter {
  /** Id of who has them now. */
  @Matches(ID)
  verantwoordelijke!: string;

  @IsOptional()
  @IsIn(DOELGROEPEN)
  @ApiPropertyOptional({ enum: DOELGROEPEN })
  doelgroep?: Doelgroep;

  /** Exam school, `99AA00`. */
  @IsOptional()
  @Matches(/^\d{2}[A-Z]{2}\d{2}$/)
  school?: string;
}

/** Divides casussen over colleagues: `casusIds` or `filter`. */
export class VerdeelInvoer {
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(HOOGSTENS)
  @ArrayUnique()
  @Matches(ID, { each: true })
  casusIds?: string[];

  @IsOptional()
  @IsObject()
  @IsNotEmptyObject()
  @ValidateNested()
  @Type(() => VerdeelFilter)
  filter?: VerdeelFilter;

  /** Ids of the colleagues; who has most room of them gets the next casus. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ArrayUnique()
  @Matches(ID, { each: true })
  naar!: string[];

  /** Why. */
  @IsString()
  @MinLength(3)
  @MaxLength(1000)
  reden!: string;
}

export const VERDEELUITKOMSTEN = ['toegewezen', 'nietGevonden', 'gesloten', 'alBijCollega'] as const;
export type Verdeeluitkomst = (typeof VERDEELUITKOMSTEN)[number];

export class VerdeelRij {
  casusId!: string;
  @ApiProperty({ enum: VERDEELUITKOMSTEN })
  uitkomst!: Verdeeluitkomst;
  /** Who has it now. */
  naar?: MedewerkerNaam;
}

export class VerdeelAntwoord {
  id!: string;
  verdeeld!: number;
  nietVerdeeld!: number;
  /** One for each casus, in the order of asking. */
  rijen!: VerdeelRij[];
  /** What undoing asks for. */
  ongedaanSleutel!: string;
  /** Until when it can be undone; colleagues hear of it after that. */
  ongedaanTotOp!: Date;
}

export class VerdeelOngedaan {
  /** From the answer of the hand-out. */
  @IsString()
  @Matches(/^[1-9]\d{0,17}\.[A-Za-z0-9_-]{43}$/)
  ongedaanSleutel!: string;
}

export const TERUGUITKOMSTEN = ['teruggezet', 'gewijzigd', 'gesloten', 'vorigeKanNiet'] as const;
export type Teruguitkomst = (typeof TERUGUITKOMSTEN)[number];

export class TerugRij {
  casusId!: string;
  /** `gewijzigd`: somebody worked on it since; `vorigeKanNiet`: who had it stopped, or is away for long. */
  @ApiProperty({ enum: TERUGUITKOMSTEN })
  uitkomst!: Teruguitkomst;
}

export class VerdeelOngedaanAntwoord {
  teruggezet!: number;
  nietTeruggezet!: number;
  rijen!: TerugRij[];
}
