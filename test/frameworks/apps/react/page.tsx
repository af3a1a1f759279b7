import type { PactViewerState, PorticoPactViewer } from 'portico';
import { useRef, useState, type ReactElement } from 'react';
import { backend, signIn } from '../fixture.js';

export function Page(): ReactElement {
  const [version, setVersion] = useState<number>();
  const [state, setState] = useState<PactViewerState>({ type: 'not-found' });
  const [pacts, setPacts] = useState(['aria-clima-2026', 'bilancio-quartieri-2027']);
  const [shown, setShown] = useState(true);
  const [takeOver, setTakeOver] = useState(false);
  const [log, setLog] = useState<readonly string[]>([]);
  const first = useRef<PorticoPactViewer>(null);
  const note = (line: string): void => setLog(lines => [...lines, line]);

  return (
    <>
      <button id="older" onClick={() => setVersion(1)}>
        Version 1
      </button>
      <button id="offline" onClick={() => setState({ type: 'offline' })}>
        Offline
      </button>
      <button id="reorder" onClick={() => setPacts(before => before.toReversed())}>
        Reorder
      </button>
      <button id="toggle" onClick={() => setShown(before => !before)}>
        Remove or add
      </button>
      <button id="take-over" onClick={() => setTakeOver(before => !before)}>
        Take over
      </button>
      <ol id="log">
        {log.map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ol>
      <portico-backend backend={backend}>
        {shown && (
          <portico-pact-viewer
            ref={first}
            id="first"
            pact="aria-clima-2026"
            version={version}
            heading-level="3"
            onportico-accept={event => {
              if (takeOver) event.preventDefault();
              note(`${event.type} ${event.detail.pact} ${event.detail.version}`);
            }}
            onportico-accepted={({ type, detail }) => note(`${type} ${detail.reference}`)}
            onportico-sign-in={event => {
              event.preventDefault();
              signIn();
              note(`${event.type} ${new URL(event.detail.returnTo).pathname}`);
            }}
          >
            <a href="#pact">Il patto</a>
            <a href="#questions" slot="actions">
              Domande
            </a>
          </portico-pact-viewer>
        )}
        <div id="list">
          {pacts.map(pact => (
            <portico-pact-viewer key={pact} id={pact} pact={pact} headingLevel={4} />
          ))}
        </div>
      </portico-backend>
      <portico-pact-viewer id="driven" state={state}>
        <a href="#pact">Il patto</a>
      </portico-pact-viewer>
    </>
  );
}
