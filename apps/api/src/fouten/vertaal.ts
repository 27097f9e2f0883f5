import { DomeinFout } from '#kern';
import { HttpException } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { maakProbleem, standaardProbleem, STATUS, type Probleem } from './probleem.js';

/** Values that PostgreSQL could not read as what the column holds: the caller's mistake, not ours. */
const WAARDE_ONGELDIG = ['22P02', '22003', '22007', '22008', '22021', '22P05'];
/** Two at once, a time-out, or the database going down: trying again helps. */
const TIJDELIJK = ['40001', '40P01', '55P03', '57014', '57P01', '57P02', '57P03', '53300', '08000', '08003', '08006'];
const GEEN_VERBINDING = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'ETIMEDOUT'];

/** Makes an answer of whatever was thrown. What is not known becomes a 500 that tells nothing about the inside. */
export function vertaal(fout: unknown, pad: string): Probleem {
  if (fout instanceof DomeinFout) return vanDomeinFout(fout, pad);
  if (fout instanceof HttpException) return standaardProbleem(fout.getStatus(), pad);
  const code = databaseCode(fout);
  if (code !== undefined && WAARDE_ONGELDIG.includes(code)) {
    return maakProbleem(
      400,
      'waardeOngeldig',
      'Een van de waarden heeft een vorm die hier niet kan. Controleer uw verzoek.',
      pad,
    );
  }
  if (code !== undefined && (TIJDELIJK.includes(code) || GEEN_VERBINDING.includes(code)))
    return standaardProbleem(503, pad);
  return standaardProbleem(frameworkStatus(fout), pad);
}

function vanDomeinFout(fout: DomeinFout, pad: string): Probleem {
  const { fouten, huidig, gelezenVersie } = fout.extra;
  return {
    ...maakProbleem(STATUS[fout.soort], fout.code, fout.message, pad),
    ...(fouten === undefined ? {} : { fouten }),
    ...(huidig === undefined ? {} : { huidig }),
    ...(gelezenVersie === undefined ? {} : { gelezenVersie }),
  };
}

function databaseCode(fout: unknown): string | undefined {
  const bron: unknown = fout instanceof QueryFailedError ? fout.driverError : fout;
  return heeftCode(bron) ? bron.code : undefined;
}

/** Fastify's own refusals (unreadable JSON, too large, wrong media type) carry a status; only those below 500 count. */
function frameworkStatus(fout: unknown): number {
  if (!heeftCode(fout) || !fout.code.startsWith('FST_') || !('statusCode' in fout)) return 500;
  const { statusCode } = fout;
  return typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500 ? statusCode : 500;
}

function heeftCode(fout: unknown): fout is { code: string } {
  return typeof fout === 'object' && fout !== null && 'code' in fout && typeof fout.code === 'string';
}
