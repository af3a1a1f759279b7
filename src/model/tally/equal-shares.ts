import type { ResultStep } from '../ballot-results.js';
import { ExactMoney, type ExactPayment } from './exact-money.js';
import type { Outcome } from './outcome.js';
import { payment, roundoff, unsure, type AboutMoney } from './payment.js';
import type { Rational } from './rational.js';
import type { SharesProfile, SharesProject } from './shares-profile.js';
import { untied, type Tied, type TieReason } from './ties.js';

/** One round: which project was bought, and by what. */
export interface SharesRound {
  readonly project: SharesProject;
  /** What a voter pays for one unit of support, unless they have less, in the smallest unit. */
  readonly each: number;
  /** How many votes the project is worth at this payment: its cost divided by it. */
  readonly effectiveVotes: number;
  /** Whether all its supporters had enough to pay alike. Where that was not looked at, it is not so. */
  readonly alike: boolean;
  /** Projects that were worth as much, with this one, in the order of the protocol. */
  readonly tie?: ResultStep;
}

/** What the shares of all voters buy. */
export interface SharesRun {
  readonly rounds: readonly SharesRound[];
  /** In the smallest unit. */
  readonly cost: number;
}

/**
 * The Method of Equal Shares (D. Peters, G. Pierczyński, P. Skowron, 'Proportional Participatory Budgeting with Additive Utilities', 2021),
 * with what a project costs as what it is worth to who supports it, as cities use it; with points or a ranking, times the points. Every
 * voter has the same share. In each round the project is bought that is worth the most votes: its cost divided by the smallest payment with
 * which its supporters cover it together, when each pays that much for a unit of support, or all they have. A project whose supporters cannot
 * cover it is out for good, since nobody's money grows. A project that costs nothing is taken at once when anybody supports it.
 *
 * The result is exact. It is looked for in floating point, with a bound on the error of everything that is compared (`payment.ts`). Where
 * two things are nearer to each other than their errors, the run begins anew in whole numbers (`exact-money.ts`).
 *
 * @param share - What each voter has, in the smallest unit.
 */
export function equalShares(profile: SharesProfile, share: Rational): SharesRun {
  const run = new Run(profile, share, false).all() ?? new Run(profile, share, true).all();
  if (!run) throw new Error('Whole numbers always tell.');
  return run;
}

/** The same, as an outcome of the rule by itself: each voter has an equal share of the budget. */
export function sharesOutcome(profile: SharesProfile, budget: number, run: SharesRun, more: readonly ResultStep[] = []): Outcome {
  const place = new Map(run.rounds.map(({ project }, index) => [project.id, index]));
  const others = profile.projects.filter(({ id }) => !place.has(id)).sort((one, other) => other.score - one.score);
  return {
    figures: [...run.rounds.map(({ project }) => project), ...others].map(({ id, votes, score }) => ({
      option: id,
      votes,
      score,
      elected: place.has(id),
    })),
    steps: [
      ...run.rounds.flatMap(({ project, each, effectiveVotes, tie }, index): ResultStep[] => [
        ...(tie ? [tie] : []),
        {
          kind: 'bought',
          option: project.id,
          money: { cost: project.cost, each },
          numbers: { round: index + 1, votes: project.votes, score: project.score, effectiveVotes },
        },
      ]),
      ...more,
    ],
    spent: run.cost,
    left: budget - run.cost,
  };
}

/** A project that can still be bought. */
interface Candidate {
  readonly project: SharesProject;
  /** At most so many votes it is worth. It never rises. */
  most: number;
}

/** A candidate that was looked at in this round. */
interface Offer {
  readonly candidate: Candidate;
  readonly least: number;
  readonly most: number;
  readonly each: number;
  readonly error: number;
  readonly alike: boolean;
}

/** What stands for the money of who has nothing, or less than can be told. Zero is who surely has nothing. */
const almostNothing = 1e-300;

class Run {
  private readonly _about: AboutMoney;
  /** What one payment can add to an error by its own rounding. */
  private readonly _rounding: number;
  private readonly _exact: ExactMoney | undefined;
  private readonly _rounds: SharesRound[] = [];
  private _candidates: Candidate[];

  constructor(
    private readonly _profile: SharesProfile,
    share: Rational,
    exactly: boolean,
  ) {
    const start = Number(share.over) / Number(share.under);
    this._rounding = start * 4 * roundoff;
    const groups = _profile.voters.length;
    this._about = { money: new Float64Array(groups).fill(start), errors: new Float64Array(groups).fill(this._rounding) };
    this._exact = exactly ? new ExactMoney(_profile, share) : undefined;
    const supported = _profile.projects.filter(({ score }) => score > 0);
    for (const project of supported) {
      if (project.cost === 0) this._rounds.push({ project, each: 0, effectiveVotes: project.score, alike: true });
    }
    // No project is worth more than all its points: that is when everybody pays alike.
    this._candidates = supported.filter(({ cost }) => cost > 0).map(project => ({ project, most: project.score }));
  }

  /** Nothing when floating point could not tell. */
  all(): SharesRun | undefined {
    for (;;) {
      const offers = this._offers();
      if (!offers) return undefined;
      if (offers.length === 0) break;
      const best = Math.max(...offers.map(({ least }) => least));
      const contenders = offers.filter(({ most }) => most >= best);
      if (this._exact) this._buyExactly(this._exact, contenders);
      else if (contenders.length === 1 || contenders.every(({ alike }) => alike)) this._buy(contenders);
      else return undefined;
    }
    return { rounds: this._rounds, cost: this._rounds.reduce((sum, { project }) => sum + project.cost, 0) };
  }

  /** Looks at candidates, the most promising first, until no other can be worth as much. */
  private _offers(): Offer[] | undefined {
    this._candidates.sort((one, other) => other.most - one.most);
    const offers: Offer[] = [];
    let best = 0;
    const out = new Set<Candidate>();
    for (const candidate of this._candidates) {
      if (candidate.most < best) break;
      const offer = this._offerOf(candidate);
      if (offer === unsure) return undefined;
      if (!offer) {
        out.add(candidate);
        continue;
      }
      candidate.most = Math.min(candidate.most, offer.most);
      best = Math.max(best, offer.least);
      offers.push(offer);
    }
    if (out.size > 0) this._candidates = this._candidates.filter(candidate => !out.has(candidate));
    return offers;
  }

  /** Nothing when the supporters cannot pay it. */
  private _offerOf(candidate: Candidate): Offer | typeof unsure | undefined {
    const { project } = candidate;
    let found = payment(project, this._about);
    if (found === unsure) {
      if (!this._exact) return unsure;
      const exact = this._exact.payment(project, this._about);
      if (!exact) return undefined;
      const each = this._exact.nearest(exact);
      found = { each, error: each * 8 * roundoff, alike: false };
    }
    const { each, error, alike } = found;
    if (each === Infinity) return undefined;
    if (alike) return { candidate, least: project.score, most: project.score, each, error, alike };
    // One more rounding for each division.
    const [low, high] = [Math.max(each - error, Number.MIN_VALUE), each + error];
    const least = (project.cost / high) * (1 - 4 * roundoff);
    const most = (project.cost / low) * (1 + 4 * roundoff);
    return { candidate, least, most, each, error, alike };
  }

  /** Buys the one contender; or of several that are worth the same number of votes, without any error, the one that the protocol says. */
  private _buy(contenders: readonly Offer[]): void {
    const { order, by } = untied(
      contenders.map(offer => ({ offer, option: offer.candidate.project.option, votes: offer.candidate.project.votes })),
      this._profile.ties,
    );
    const [first] = order;
    if (!first) return;
    const { candidate, each, error, alike } = first.offer;
    this._pay(candidate.project, each, error);
    this._bought(candidate, { each, effectiveVotes: candidate.project.cost / each, alike, ...tieOf(order, by) });
  }

  /** The payments of the contenders in whole numbers decide; where those are equal too, the protocol of the ballot. */
  private _buyExactly(exact: ExactMoney, contenders: readonly Offer[]): void {
    const payments = contenders.flatMap(({ candidate }) => {
      const each = exact.payment(candidate.project, this._about);
      return each ? [{ candidate, each, option: candidate.project.option, votes: candidate.project.votes }] : [];
    });
    const [first, ...others] = payments;
    if (!first) {
      const out = new Set(contenders.map(({ candidate }) => candidate));
      this._candidates = this._candidates.filter(candidate => !out.has(candidate));
      return;
    }
    const best = others.reduce((found, other) => (isWorthMore(other, found) ? other : found), first);
    const equal = payments.filter(each => !isWorthMore(best, each));
    const { order, by } = untied(equal, this._profile.ties);
    const { candidate, each } = order[0] ?? best;
    const { project } = candidate;
    const nearest = exact.nearest(each);
    exact.pay(project, each, this._about);
    this._pay(project, nearest, nearest * 8 * roundoff);
    for (const group of project.groups) if (exact.isEmpty(group)) this._about.money[group] = this._about.errors[group] = 0;
    this._bought(candidate, { each: nearest, effectiveVotes: project.cost / nearest, alike: false, ...tieOf(order, by) });
  }

  private _pay({ groups, weights }: SharesProject, each: number, error: number): void {
    const { money, errors } = this._about;
    for (let at = 0; at < groups.length; at += 1) {
      const [group, weight] = [groups[at] ?? 0, weights[at] ?? 0];
      const left = (money[group] ?? 0) - each * weight;
      const leftError = (errors[group] ?? 0) + error * weight + this._rounding;
      const isEmpty = left < -leftError;
      money[group] = isEmpty ? 0 : Math.max(left, almostNothing);
      errors[group] = isEmpty ? 0 : leftError;
    }
  }

  private _bought(candidate: Candidate, round: Omit<SharesRound, 'project'>): void {
    this._rounds.push({ project: candidate.project, ...round });
    this._candidates = this._candidates.filter(each => each !== candidate);
  }
}

/** Whether a project is worth more votes: its cost divided by the payment. All payments have the same denominator. */
function isWorthMore(
  one: { candidate: Candidate; each: ExactPayment },
  other: { candidate: Candidate; each: ExactPayment },
): boolean {
  const [cost, otherCost] = [BigInt(one.candidate.project.cost), BigInt(other.candidate.project.cost)];
  return cost * other.each.over * BigInt(one.each.support) > otherCost * one.each.over * BigInt(other.each.support);
}

function tieOf(order: readonly Tied[], by: TieReason | undefined): Pick<SharesRound, 'tie'> {
  if (by === undefined) return {};
  return { tie: { kind: 'tie', options: order.map(({ option }) => option.id), by: { value: by } } };
}
