import { Toegangscontrole } from '#toegang';
import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { API_VERSIE } from '../koppen.js';
import { documentatiepagina } from './documentatie.js';
import { OpenApi } from './openapi.js';
import { vulAan } from './vul-aan.js';

const OMSCHRIJVING = `Sluitend volgt alle examenkandidaten van een regio tot zij ergens aankomen.
Fouten zijn application/problem+json met een vaste code. Lijsten hebben «volgende» met een cursor.
Wie u bent, staat in een Bearer-token; wat u ziet, volgt uit uw rol en uit waar u werkt.`;

/** Makes the description and its page; call it when every route is known and before the first request. */
export function legDocumentatieKlaar(app: INestApplication): void {
  const document = maakDocument(app);
  app.get(OpenApi).zet(document, documentatiepagina(document, app.get(Toegangscontrole).routes()));
}

/** Describes the application, as the API Design Rules ask. DTO properties are only known in a tree that Nest built. */
function maakDocument(app: INestApplication): OpenAPIObject {
  const basis = new DocumentBuilder()
    .setOpenAPIVersion('3.0.3')
    .setTitle('Sluitend')
    .setDescription(OMSCHRIJVING)
    .setVersion(API_VERSIE)
    .setContact('Sluitend', 'https://github.com/sluitend/sluitend', 'beheer@sluitend.example')
    .setLicense('EUPL-1.2', 'https://eupl.eu/1.2/nl/')
    .addServer('/api/v1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }, 'token')
    .build();
  const document = SwaggerModule.createDocument(app, basis, {
    ignoreGlobalPrefix: true,
    operationIdFactory: (klasse, methode) => naam(klasse, methode),
    autoTagControllers: false,
  });
  return vulAan(document, app.get(Toegangscontrole).routes());
}

/** `LeerlingenController.toon` → `leerlingenToon`. */
function naam(klasse: string, methode: string): string {
  const kort = klasse.replace(/Controller$/, '');
  return `${kort.charAt(0).toLowerCase()}${kort.slice(1)}${methode.charAt(0).toUpperCase()}${methode.slice(1)}`;
}
