import { DomeinFout, type VeldFout } from '#kern';
import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { tekstBij } from './invoerteksten.js';

/** Checks every DTO: unknown fields are refused, and each wrong field is named with a Dutch sentence. */
export function invoerPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    stopAtFirstError: false,
    validationError: { target: false, value: false },
    exceptionFactory: (fouten) => invoerOngeldig(fouten.flatMap((f) => veldfouten(f, ''))),
  });
}

function invoerOngeldig(fouten: VeldFout[]): DomeinFout {
  const tekst =
    fouten.length === 1 ? 'Eén veld klopt niet; zie «fouten».' : `${fouten.length} velden kloppen niet; zie «fouten».`;
  return new DomeinFout('ongeldig', 'invoerOngeldig', tekst, { fouten });
}

function veldfouten(fout: ValidationError, boven: string): VeldFout[] {
  const veld = plaats(boven, zonderNummer(fout.property));
  const eigen = Object.entries(fout.constraints ?? {}).map(([regel, melding]) => ({
    veld,
    ...tekstBij(regel, fout.property, melding),
  }));
  return [...eigen, ...(fout.children ?? []).flatMap((kind) => veldfouten(kind, veld))];
}

/** The name of an unknown field is the caller's own, and may be somebody's number: that is not repeated. */
function zonderNummer(naam: string): string {
  return naam.replaceAll(/\d{8,}/g, '*****');
}

function plaats(boven: string, naam: string): string {
  if (boven === '') return naam;
  return /^\d+$/.test(naam) ? `${boven}[${naam}]` : `${boven}.${naam}`;
}
