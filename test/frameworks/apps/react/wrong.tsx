export const wrong = (
  <>
    {/* wrong: a version is a number */}
    <portico-pact-viewer version="two" />
    {/* wrong: there is no such state */}
    <portico-pact-viewer state={{ type: 'empty' }} />
    {/* wrong: a level is a number, as a property and as an attribute */}
    <portico-pact-viewer heading-level="second" />
    {/* wrong: a wish has no receipt yet */}
    <portico-pact-viewer onportico-accept={({ detail }) => detail.reference} />
    {/* wrong: there is no such property */}
    <portico-pact-viewer process="aria-clima" />
  </>
);
