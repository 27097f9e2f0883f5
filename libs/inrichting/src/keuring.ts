import { DomeinFout, type VeldFout } from '#kern';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { RegiobestandDto } from './regiobestand.dto.js';

/**
 * Reads a region file and checks its form: every mistake at once, each with its JSON path (`$.scholen[0].brin`).
 * @throws DomeinFout `regiobestandOnleesbaar` or `regiobestandOngeldig`
 */
export function leesRegiobestand(tekst: string): RegiobestandDto {
  const inhoud = ontleed(tekst);
  const bestand = plainToInstance(RegiobestandDto, inhoud);
  const fouten = validateSync(bestand, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
  }).flatMap((f) => uitgevouwen(f, '$'));
  const regioOntbreekt = bestand.regio === undefined ? [veldFout('$.regio', 'ontbreekt', 'ontbreekt.')] : [];
  weiger([...regioOntbreekt, ...fouten.filter((f) => regioOntbreekt.length === 0 || !f.veld.startsWith('$.regio'))]);
  return bestand;
}

/** @throws DomeinFout `regiobestandOngeldig` when there is anything in the list */
export function weiger(fouten: VeldFout[]): void {
  if (fouten.length === 0) return;
  const aantal = fouten.length === 1 ? 'Er staat 1 fout' : `Er staan ${fouten.length} fouten`;
  throw new DomeinFout(
    'ongeldig',
    'regiobestandOngeldig',
    `${aantal} in het regiobestand. Er is niets veranderd. Verbeter het bestand en probeer het opnieuw.`,
    { fouten },
  );
}

export function veldFout(veld: string, code: string, tekst: string): VeldFout {
  return { veld, code, tekst };
}

function ontleed(tekst: string): object {
  let inhoud: unknown;
  try {
    inhoud = JSON.parse(tekst.replace(/^\uFEFF/, ''));
  } catch (fout) {
    const plek = fout instanceof Error ? /position (\d+)/.exec(fout.message) : null;
    const regel = plek === null ? '' : ` Kijk bij regel ${tekst.slice(0, Number(plek[1])).split('\n').length}.`;
    throw onleesbaar(`Dit is geen geldige JSON.${regel}`);
  }
  if (typeof inhoud !== 'object' || inhoud === null || Array.isArray(inhoud))
    throw onleesbaar('Het regiobestand moet één JSON-object zijn.');
  return inhoud;
}

function onleesbaar(tekst: string): DomeinFout {
  return new DomeinFout('ongeldig', 'regiobestandOnleesbaar', `${tekst} Er is niets veranderd.`);
}

function uitgevouwen(fout: ValidationError, boven: string): VeldFout[] {
  const pad = /^\d+$/.test(fout.property) ? `${boven}[${fout.property}]` : `${boven}.${fout.property}`;
  const eigen = Object.entries(fout.constraints ?? {}).map(([code, tekst]) =>
    code === 'whitelistValidation'
      ? veldFout(pad, 'onbekendVeld', 'is een onbekend veld.')
      : veldFout(pad, code, tekst),
  );
  return [...eigen, ...(fout.children ?? []).flatMap((kind) => uitgevouwen(kind, pad))];
}
