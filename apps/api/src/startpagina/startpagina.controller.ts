import { Toegang } from '#kern';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { STARTPAGINA } from './startpagina.js';

/** What somebody sees who opens the address in a browser; the werkplek comes in its place. */
@ApiExcludeController()
@Controller()
export class StartpaginaController {
  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
  @Toegang({ rollen: 'openbaar', uitleg: 'Says what this is and links to the documentation; no data.' })
  toon(): string {
    return STARTPAGINA;
  }
}
