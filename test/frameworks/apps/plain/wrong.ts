const viewer = document.createElement('portico-pact-viewer');

// wrong: a version is a number
viewer.version = 'two';
// wrong: there is no such state
viewer.state = { type: 'empty' };
// wrong: a wish has no receipt yet
viewer.addEventListener('portico-accept', ({ detail }) => detail.reference);
