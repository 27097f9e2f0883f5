import { DomeinFout, leesSchooljaar, type Schooljaar } from '#kern';
import { Injectable, type PipeTransform } from '@nestjs/common';

/** Reads a schooljaar from the path, «2025-2026». @throws DomeinFout `schooljaarOngeldig` */
@Injectable()
export class SchooljaarPipe implements PipeTransform<string, Schooljaar> {
  transform(tekst: string): Schooljaar {
    const schooljaar = leesSchooljaar(tekst);
    if (schooljaar !== null) return schooljaar;
    throw new DomeinFout('ongeldig', 'schooljaarOngeldig', 'Dit is geen schooljaar. Schrijf het zo: 2025-2026.', {
      fouten: [{ veld: 'schooljaar', code: 'schooljaarOngeldig', tekst: 'Schrijf het schooljaar zo: 2025-2026.' }],
    });
  }
}
