import 'portico/components/backend/backend.define.js';
import 'portico/components/pact-viewer/pact-viewer.define.js';
import type { PorticoAcceptEvent, PorticoAcceptedEvent, PorticoSignInEvent } from 'portico';
import { backend, signIn } from '../fixture.js';

const provider = document.querySelector('portico-backend')!;
const first = document.querySelector<HTMLElementTagNameMap['portico-pact-viewer']>('portico-pact-viewer#first')!;
const driven = document.querySelector<HTMLElementTagNameMap['portico-pact-viewer']>('portico-pact-viewer#driven')!;
const list = document.querySelector('#list')!;
let takeOver = false;

function note(line: string): void {
  const item = document.createElement('li');
  item.textContent = line;
  document.querySelector('#log')!.append(item);
}

function onAccept(event: PorticoAcceptEvent): void {
  if (takeOver) event.preventDefault();
  note(`${event.type} ${event.detail.pact} ${event.detail.version}`);
}

function onAccepted({ type, detail }: PorticoAcceptedEvent): void {
  note(`${type} ${detail.reference}`);
}

function onSignIn(event: PorticoSignInEvent): void {
  event.preventDefault();
  signIn();
  note(`${event.type} ${new URL(event.detail.returnTo).pathname}`);
}

provider.backend = backend;
first.addEventListener('portico-accept', onAccept);
first.addEventListener('portico-accepted', onAccepted);
first.addEventListener('portico-sign-in', onSignIn);
for (const viewer of list.querySelectorAll('portico-pact-viewer')) viewer.headingLevel = 4;
driven.state = { type: 'not-found' };

const onClick = (id: string, click: () => void): void => document.querySelector(`#${id}`)!.addEventListener('click', click);
onClick('older', () => (first.version = 1));
onClick('offline', () => (driven.state = { type: 'offline' }));
onClick('reorder', () => list.prepend(list.lastElementChild!));
onClick('toggle', () => (first.isConnected ? first.remove() : document.querySelector('#place')!.append(first)));
onClick('take-over', () => (takeOver = !takeOver));
