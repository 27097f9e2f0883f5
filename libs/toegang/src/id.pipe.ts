import { nietGevonden } from '#kern';
import { Injectable, type PipeTransform } from '@nestjs/common';

const HOOGSTE = 9_223_372_036_854_775_807n;

/**
 * For `@Param('id', IdPipe)`: an id is a whole number of ours, as text. Anything else gets the answer that an unknown id
 * gets, and never reaches the database.
 */
@Injectable()
export class IdPipe implements PipeTransform<unknown, string> {
  transform(waarde: unknown): string {
    if (typeof waarde === 'string' && /^[1-9]\d{0,18}$/.test(waarde) && BigInt(waarde) <= HOOGSTE) return waarde;
    throw nietGevonden();
  }
}
