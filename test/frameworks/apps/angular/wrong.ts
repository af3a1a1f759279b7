import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';
import 'portico/components/pact-viewer/pact-viewer.define.js';

/** Angular checks no property of a custom element. It knows the element behind a `#name`, and what its events bring. */
@Component({
  selector: 'app-wrong',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <!-- wrong: a wish has no receipt yet -->
    <portico-pact-viewer (portico-accept)="keep($event.detail.reference)" />
    <!-- wrong: a section is known by its name -->
    <portico-pact-viewer #viewer (portico-accepted)="viewer.open(1)" />
  `,
})
export class Wrong {
  readonly kept: string[] = [];

  keep(reference: string): void {
    this.kept.push(reference);
  }
}
