import { Toegang } from '#kern';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController, type OpenAPIObject } from '@nestjs/swagger';
import { OpenApi } from './openapi.js';

/** The description of the API, for everyone and every site (API Design Rules /core/publish-openapi). */
@ApiExcludeController()
@Controller()
export class OpenApiController {
  constructor(private readonly openApi: OpenApi) {}

  @Get('openapi.json')
  @Header('access-control-allow-origin', '*')
  @Header('cross-origin-resource-policy', 'cross-origin')
  @Header('content-type', 'application/json; charset=utf-8')
  @Toegang({ rollen: 'openbaar', uitleg: 'The description of the API; no data.' })
  toon(): OpenAPIObject {
    return this.openApi.document;
  }

  /** The same for people. */
  @Get('docs')
  @Header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
  @Header('content-type', 'text/html; charset=utf-8')
  @Toegang({ rollen: 'openbaar', uitleg: 'The description of the API for people; no data.' })
  docs(): string {
    return this.openApi.pagina;
  }
}
