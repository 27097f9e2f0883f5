import { isDatum, leesSchooljaar } from '#kern';
import { Type, type ClassConstructor } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsNumber,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  registerDecorator,
  ValidateNested,
} from 'class-validator';

// class-validator's rules with Dutch sentences, so that a region file is refused in the words of who wrote it.

type Veld = PropertyDecorator;

function samen(...regels: Veld[]): Veld {
  return (doel, naam) => {
    for (const regel of regels) regel(doel, naam);
  };
}

/** A text of at least one and at most 200 characters. */
export const Tekst = (): Veld =>
  samen(
    IsString({ message: 'moet een tekst zijn.' }),
    IsNotEmpty({ message: 'mag niet leeg zijn.' }),
    MaxLength(200, { message: 'is langer dan 200 tekens.' }),
  );

/** A text of this form; `voorbeeld` shows what is meant. */
export const Vorm = (vorm: RegExp, voorbeeld: string): Veld =>
  Matches(vorm, { message: `heeft niet de vorm van ${voorbeeld}.` });

/** A list of texts of this form. */
export const Vormen = (vorm: RegExp, voorbeeld: string): Veld =>
  samen(
    IsArray({ message: 'moet een lijst zijn.' }),
    Matches(vorm, { each: true, message: `bevat iets dat niet de vorm heeft van ${voorbeeld}.` }),
  );

export const EenVan = (keuzes: readonly string[]): Veld =>
  IsIn(keuzes, { message: `moet een van deze zijn: ${keuzes.join(', ')}.` });

/** A list that only holds these values. */
export const EnkelVan = (keuzes: readonly string[]): Veld =>
  samen(
    IsArray({ message: 'moet een lijst zijn.' }),
    IsIn(keuzes, { each: true, message: `mag alleen deze waarden bevatten: ${keuzes.join(', ')}.` }),
  );

export const Geheel = (van: number, tot: number): Veld =>
  samen(
    IsInt({ message: 'moet een geheel getal zijn.' }),
    Min(van, { message: `moet ten minste ${van} zijn.` }),
    Max(tot, { message: `mag hoogstens ${tot} zijn.` }),
  );

export const Getal = (van: number, tot: number): Veld =>
  samen(
    IsNumber({ maxDecimalPlaces: 2 }, { message: 'moet een getal zijn met hoogstens twee cijfers achter de komma.' }),
    Min(van, { message: `moet ten minste ${van} zijn.` }),
    Max(tot, { message: `mag hoogstens ${tot} zijn.` }),
  );

export const JaNee = (): Veld => IsBoolean({ message: 'moet true of false zijn.' });

export const Facultatief = (): Veld => IsOptional();

/** A list of nested objects. */
export const Lijst = (soort: () => ClassConstructor<object>): Veld =>
  samen(
    IsArray({ message: 'moet een lijst zijn.' }),
    ArrayMaxSize(10_000, { message: 'heeft meer dan 10.000 onderdelen.' }),
    ValidateNested({ each: true, message: 'moet een object zijn.' }),
    Type(soort),
  );

/** A nested object. */
export const Onderdeel = (soort: () => ClassConstructor<object>): Veld =>
  samen(ValidateNested({ message: 'moet een object zijn.' }), Type(soort));

/** An existing date, `jjjj-mm-dd`. */
export const Dag = (): Veld =>
  eigen('datum', (w) => typeof w === 'string' && isDatum(w), 'is geen bestaande datum in de vorm jjjj-mm-dd.');

/** A schooljaar, «2025-2026». */
export const Schooljaarveld = (): Veld =>
  eigen(
    'schooljaar',
    (w) => typeof w === 'string' && leesSchooljaar(w) !== null,
    'is geen schooljaar in de vorm 2025-2026.',
  );

/** An object whose keys are schooljaren and whose values are dates. */
export const DatumPerSchooljaar = (): Veld =>
  eigen(
    'datumPerSchooljaar',
    (w) =>
      typeof w === 'object' &&
      w !== null &&
      !Array.isArray(w) &&
      Object.entries(w).every(
        ([jaar, dag]) => leesSchooljaar(jaar) !== null && typeof dag === 'string' && isDatum(dag),
      ),
    'moet per schooljaar een bestaande datum geven, zoals {"2026-2027": "2026-08-24"}.',
  );

/** A month and day, `mm-dd`, that exists in every year. */
export const MaandDag = (): Veld =>
  eigen(
    'maandDag',
    (w) => typeof w === 'string' && /^\d{2}-\d{2}$/.test(w) && isDatum(`2025-${w}`),
    'is geen dag in de vorm mm-dd, zoals 04-02.',
  );

function eigen(naam: string, klopt: (waarde: unknown) => boolean, tekst: string): Veld {
  return (doel, veld) => {
    registerDecorator({
      name: naam,
      target: doel.constructor,
      propertyName: String(veld),
      options: { message: tekst },
      validator: { validate: klopt },
    });
  };
}
