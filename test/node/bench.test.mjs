import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launch } from '../../bench/browser.mjs';
import { far } from '../../bench/conditions.mjs';
import { baseline, ours, quickest } from '../../bench/entries.mjs';
import { summary } from '../../bench/figures.mjs';
import { otherLimits, timeLimits } from '../../bench/limits.mjs';
import { table, verdict } from '../../bench/report.mjs';
import { roundsOf, wantedOf } from '../../bench/rounds.mjs';
import { stage } from '../../bench/stage.mjs';

describe('the bench', () => {
  let place;
  let browser;
  let round;

  before(async () => {
    place = await stage();
    browser = await launch();
    // An entry that does not show the title and the text in brief ends this with an error.
    const next = await roundsOf(browser, place, far);
    round = await next();
  });

  after(async () => {
    await browser?.close();
    await place?.close();
  });

  it('opens every entry, and each shows the title and all of the text in brief', () => {
    assert.deepEqual(Object.keys(round).sort(), ['html', baseline, quickest, ...ours].sort());
    for (const [name, { paint, first }] of Object.entries(round)) {
      assert.ok(paint > 0 && first > 0, name);
    }
    const { title, brief } = wantedOf(place.pact);
    assert.equal(title, 'Patto di partecipazione al Piano Aria e Clima');
    assert.equal(brief.length, 3);
    assert.match(brief[0], /^Pontelago scrive un Piano .* fino al 18 dicembre 2026\.$/);
  });

  it('compares like with like: no script in plain HTML, script and data by hand, and what each snippet asks for', () => {
    const files = Object.fromEntries(Object.entries(round).map(([name, record]) => [name, record.files]));
    assert.deepEqual(files, {
      html: 0,
      vanilla: 2,
      'vanilla-preloaded': 2,
      loader: 5,
      'loader-preloaded': 3,
      'pinned-preloaded': 3,
      'single-file': 2,
    });
    assert.deepEqual(new Set(Object.values(round).map(({ sheets }) => sheets)), new Set([2]));
  });

  it('finds that no entry moves the page or changes how it looks', () => {
    for (const [name, { shift, changed }] of Object.entries(round)) {
      assert.ok(shift < 0.001, `${name} shifts by ${shift}`);
      assert.equal(changed, 0, name);
    }
  });

  it('keeps its limits on what does not depend on the machine', () => {
    const figures = Object.fromEntries(place.names.map(name => [name, summary([round], name)]));
    const broken = otherLimits(figures, place.files).filter(({ kept }) => !kept);
    assert.deepEqual(broken, []);
  });
});

describe('the figures of the bench', () => {
  const record = paint => ({
    paint,
    first: 1,
    longest: 0,
    blocked: 0,
    files: 5,
    sheets: 2,
    underWay: 0,
    bytes: 1,
    shift: 0,
    changed: 0,
  });
  const times = [
    { vanilla: 100, loader: 140, 'loader-preloaded': 105, 'pinned-preloaded': 105, 'single-file': 90, 'vanilla-preloaded': 70 },
    // A round in which the machine was twice as slow.
    { vanilla: 200, loader: 280, 'loader-preloaded': 230, 'pinned-preloaded': 210, 'single-file': 180, 'vanilla-preloaded': 140 },
    { vanilla: 100, loader: 150, 'loader-preloaded': 120, 'pinned-preloaded': 106, 'single-file': 90, 'vanilla-preloaded': 70 },
  ];
  const rounds = times.map(round => Object.fromEntries(Object.entries(round).map(([name, paint]) => [name, record(paint)])));
  const figures = Object.fromEntries(Object.keys(times[0]).map(name => [name, summary(rounds, name)]));

  it('are ratios within a round, so that a slow round counts like any other', () => {
    assert.deepEqual(figures.loader.ratio, { median: 1.4, min: 1.4, max: 1.5 });
    assert.equal(figures[baseline].ratio.median, 1);
    assert.equal(figures[quickest].ratio.median, 0.7);
  });

  it('say which limit broke', () => {
    const broken = timeLimits(figures).filter(({ kept }) => !kept);
    assert.deepEqual(
      broken.map(({ what, value }) => [what, value]),
      [['loader-preloaded: time to the pact, hand-written 1', 1.15]],
    );
    assert.match(verdict(timeLimits(figures)), /\nBROKEN {2}loader-preloaded: [^\n]*: 1\.150, at most 1\.100$/);
  });

  it('stand in a table with a line for each entry', () => {
    const [head, ...lines] = table(figures).split('\n');
    assert.match(head, /^entry +pact ms +ratio/);
    assert.equal(lines.length, Object.keys(figures).length);
    assert.match(
      lines.find(line => line.startsWith('loader ')),
      / 150 +1\.40 +1\.40-1\.50 /,
    );
  });
});
