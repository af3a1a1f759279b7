export type * from './backend/backend.js';
export { compose } from './backend/compose.js';
export { backendContext } from './backend/context.js';
export { BackendError, type BackendErrorDetails, type BackendErrorReason, type InvalidField } from './backend/errors.js';
export { http, type HttpOptions } from './backend/http/http.js';
export { PorticoBackend } from './components/backend/backend.js';
export * from './components/document/document.events.js';
export { PorticoDocument } from './components/document/document.js';
export { documentState, type DocumentState, type Sheet, type SheetWords } from './components/document/document.state.js';
export { PorticoFollow } from './components/follow/follow.js';
export type { FollowState } from './components/follow/follow.state.js';
export * from './components/observation-form/observation-form.events.js';
export { PorticoObservationForm } from './components/observation-form/observation-form.js';
export type {
  ObservationFormState,
  PassageState,
  Progress,
  ReaderState as ObservationReaderState,
} from './components/observation-form/observation-form.state.js';
export * from './components/observation-list/observation-list.events.js';
export { PorticoObservationList } from './components/observation-list/observation-list.js';
export { observationListState, type ObservationListState } from './components/observation-list/observation-list.state.js';
export * from './components/pact-viewer/pact-viewer.events.js';
export { PorticoPactViewer } from './components/pact-viewer/pact-viewer.js';
export type { AcceptanceState, PactViewerState, ReaderState } from './components/pact-viewer/pact-viewer.state.js';
export { PorticoReceipt } from './components/receipt/receipt.js';
export type { Inspection, ReceiptState } from './components/receipt/receipt.state.js';
export * from './components/voting-widget/voting-widget.events.js';
export { PorticoVotingWidget } from './components/voting-widget/voting-widget.js';
export {
  votingWidgetState,
  type Progress as VotingProgress,
  type ReaderState as VoterState,
  type ReadyState as ReadyBallotState,
  type VotingWidgetState,
} from './components/voting-widget/voting-widget.state.js';
export { overrideTexts, type TextOverrides } from './i18n/overrides.js';
export { PorticoShowPassageEvent } from './parts/show-passage.events.js';
export { PorticoHandOverEvent, PorticoSignInEvent } from './parts/taking-part.events.js';
export { version } from './internal/version.js';
