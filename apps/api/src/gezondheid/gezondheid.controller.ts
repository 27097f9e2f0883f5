import { Toegang } from '#kern';
import { Controller, Get, Header, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { GezondheidService, type Gereedheidsstand } from './gezondheid.service.js';

/** For load balancers and for `sluitend start`; outside /api/v1, since it is not part of the contract with clients. */
@ApiExcludeController()
@Controller('api/gezondheid')
export class GezondheidController {
  constructor(private readonly gezondheid: GezondheidService) {}

  /** Whether the process answers at all; touches nothing else, so that a dead database does not get it restarted. */
  @Get('levend')
  @Header('Cache-Control', 'no-store')
  @Toegang({ rollen: 'openbaar', uitleg: 'A load balancer asks without a token whether the process lives.' })
  levend(): { levend: true } {
    return { levend: true };
  }

  /** Whether the instance can do its work: 200, or 503 with what to do about it. */
  @Get('gereed')
  @Header('Cache-Control', 'no-store')
  @Toegang({
    rollen: 'openbaar',
    uitleg:
      'A load balancer asks without a token whether the instance can do its work; no names or addresses in the answer.',
  })
  async gereed(@Res({ passthrough: true }) antwoord: FastifyReply): Promise<Gereedheidsstand> {
    const stand = await this.gezondheid.controleer();
    antwoord.status(stand.gereed ? 200 : 503);
    return stand;
  }
}
