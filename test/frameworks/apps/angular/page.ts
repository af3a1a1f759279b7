import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import type { PactViewerState, PorticoAcceptEvent, PorticoAcceptedEvent, PorticoSignInEvent } from 'portico';
import { backend, signIn } from '../fixture.js';

@Component({
  selector: 'app-page',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <button id="older" (click)="version.set(1)">Version 1</button>
    <button id="offline" (click)="state.set({ type: 'offline' })">Offline</button>
    <button id="reorder" (click)="pacts.set(pacts().toReversed())">Reorder</button>
    <button id="toggle" (click)="shown.set(!shown())">Remove or add</button>
    <button id="take-over" (click)="takeOver.set(!takeOver())">Take over</button>
    <ol id="log">
      @for (line of log(); track $index) {
        <li>{{ line }}</li>
      }
    </ol>
    <portico-backend [backend]="backend">
      @if (shown()) {
        <portico-pact-viewer
          id="first"
          pact="aria-clima-2026"
          [version]="version()"
          heading-level="3"
          (portico-accept)="onAccept($event)"
          (portico-accepted)="onAccepted($event)"
          (portico-sign-in)="onSignIn($event)"
        >
          <a href="#pact">Il patto</a>
          <a href="#questions" slot="actions">Domande</a>
        </portico-pact-viewer>
      }
      <div id="list">
        @for (pact of pacts(); track pact) {
          <portico-pact-viewer [id]="pact" [pact]="pact" [headingLevel]="4" />
        }
      </div>
    </portico-backend>
    <portico-pact-viewer id="driven" [state]="state()">
      <a href="#pact">Il patto</a>
    </portico-pact-viewer>
  `,
})
export class Page {
  readonly backend = backend;
  readonly version = signal<number | undefined>(undefined);
  readonly state = signal<PactViewerState>({ type: 'not-found' });
  readonly pacts = signal(['aria-clima-2026', 'bilancio-quartieri-2027']);
  readonly shown = signal(true);
  readonly takeOver = signal(false);
  readonly log = signal<readonly string[]>([]);

  onAccept(event: PorticoAcceptEvent): void {
    if (this.takeOver()) event.preventDefault();
    this._note(`${event.type} ${event.detail.pact} ${event.detail.version}`);
  }

  onAccepted({ type, detail }: PorticoAcceptedEvent): void {
    this._note(`${type} ${detail.reference}`);
  }

  onSignIn(event: PorticoSignInEvent): void {
    event.preventDefault();
    signIn();
    this._note(`${event.type} ${new URL(event.detail.returnTo).pathname}`);
  }

  private _note(line: string): void {
    this.log.update(lines => [...lines, line]);
  }
}
