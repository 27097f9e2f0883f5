import { Injectable } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';

/** The document and its page for people, once the application is there to be described. */
@Injectable()
export class OpenApi {
  private gemaakt: { document: OpenAPIObject; pagina: string } | undefined;

  zet(document: OpenAPIObject, pagina: string): void {
    this.gemaakt = { document, pagina };
  }

  get document(): OpenAPIObject {
    return this.klaar().document;
  }

  get pagina(): string {
    return this.klaar().pagina;
  }

  private klaar(): { document: OpenAPIObject; pagina: string } {
    if (this.gemaakt === undefined) throw new Error('The OpenAPI document is not made yet.');
    return this.gemaakt;
  }
}
