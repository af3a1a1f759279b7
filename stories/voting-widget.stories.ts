import type { Meta, StoryObj } from '@storybook/web-components-vite';
import {
  approvalBallot,
  budgetBallot,
  consultationBallot,
  multipleBallot,
  pointsBallot,
  rankingBallot,
  scoreBallot,
  twoQuestionsBallot,
} from '../demo/data/ballots/ballots.js';
import { inventedVotes } from '../demo/data/ballots/invented-votes.js';
import { anna, luca, noor, samir } from '../demo/data/people.js';
import '../src/components/backend/backend.define.js';
import '../src/components/voting-widget/voting-widget.define.js';
import type { PorticoVotingWidget } from '../src/components/voting-widget/voting-widget.js';
import { click, found } from './support/pact-story.js';
import { early, emptyBallot, over, votingStory, type VotingArgs } from './support/voting-story.js';

type Story = StoryObj<VotingArgs>;

const meta: Meta<VotingArgs> = {
  title: 'Voting widget',
  component: 'portico-voting-widget',
  argTypes: { state: { control: false } },
};

export default meta;

const tick = (widget: PorticoVotingWidget, ...options: string[]): Promise<void> =>
  options.reduce(async (before, option) => {
    await before;
    await click(widget, `input[value="${option}"]`);
  }, Promise.resolve());

const check = async (widget: PorticoVotingWidget): Promise<void> => {
  await click(widget, '#next');
  await found(widget, '#cast');
};

const cast = async (widget: PorticoVotingWidget): Promise<void> => {
  await check(widget);
  await click(widget, '#cast');
  await found(widget, '#cast-title');
};

const projects = ['il-giardino-dei-sensi', 'orti-lungo-la-martesana', 'bagni-pubblici-che-funzionano'];

export const Budget: Story = votingStory({ ballot: budgetBallot, person: anna });

export const BudgetChosen: Story = votingStory({
  ballot: budgetBallot,
  person: anna,
  play: widget => tick(widget, ...projects),
});

/** More than there is: it is said where it was pressed, above, and in the summary. */
export const OverBudget: Story = votingStory({
  ballot: {
    ...budgetBallot,
    questions: budgetBallot.questions.map(each => ({ ...each, rules: { budget: { amount: 60_000_000, currency: 'EUR' } } })),
  },
  person: anna,
  play: widget => tick(widget, ...projects),
});

/** At least seventy percent have to be spent. */
export const MinimumSpend: Story = votingStory({
  ballot: {
    ...budgetBallot,
    questions: budgetBallot.questions.map(each => ({
      ...each,
      rules: { minimumSpend: 70, budget: { amount: 450_000_000, currency: 'EUR' } },
    })),
  },
  person: anna,
  play: async widget => {
    await tick(widget, ...projects);
    await click(widget, '#next');
    await found(widget, '.problem');
  },
});

export const Searching: Story = votingStory({
  ballot: budgetBallot,
  person: anna,
  play: async widget => {
    const field = await found<HTMLInputElement>(widget, '#words');
    field.value = 'biblioteca';
    field.dispatchEvent(new Event('input'));
  },
});

export const Consultation: Story = votingStory({ ballot: consultationBallot, person: anna });

export const MultipleChoice: Story = votingStory({ ballot: multipleBallot, person: anna, play: widget => tick(widget, 'porto') });

export const TooMany: Story = votingStory({
  ballot: multipleBallot,
  person: anna,
  play: widget => tick(widget, 'porto', 'fonte', 'mulino', 'teatro'),
});

export const Approval: Story = votingStory({ ballot: approvalBallot, person: anna });

export const Points: Story = votingStory({
  ballot: pointsBallot,
  person: anna,
  play: async widget => {
    await tick(widget, 'porto', 'fonte', 'mulino');
    await click(widget, '#next');
    await found(widget, '.stepper');
  },
});

export const Ranking: Story = votingStory({
  ballot: rankingBallot,
  person: anna,
  play: async widget => {
    await tick(widget, 'porto', 'fonte', 'mulino');
    await click(widget, '#next');
    await found(widget, '.moves');
  },
});

export const Score: Story = votingStory({ ballot: scoreBallot, person: anna });

export const TwoQuestions: Story = votingStory({ ballot: twoQuestionsBallot, person: anna });

export const Check: Story = votingStory({
  ballot: budgetBallot,
  person: anna,
  play: async widget => {
    await tick(widget, ...projects);
    await check(widget);
  },
});

export const Cast: Story = votingStory({
  ballot: budgetBallot,
  person: anna,
  play: async widget => {
    await tick(widget, ...projects);
    await cast(widget);
  },
});

/** The network did not answer: the vote may have arrived. */
export const NoAnswer: Story = votingStory({
  ballot: consultationBallot,
  person: anna,
  conditions: { failures: { 'ballots.cast': 'unavailable' } },
  play: async widget => {
    await tick(widget, 'si');
    await check(widget);
    await click(widget, '#cast');
    await found(widget, '#waiting');
  },
});

/** It closed in the middle, by the city's clock. */
export const ClosedMeanwhile: Story = votingStory({
  ballot: consultationBallot,
  person: anna,
  conditions: { failures: { 'ballots.cast': 'closed' } },
  play: async widget => {
    await tick(widget, 'si');
    await check(widget);
    await click(widget, '#cast');
    await found(widget, '#refused');
  },
});

/** Somebody has voted and comes back the next day. */
export const VotedBefore: Story = votingStory({
  ballot: budgetBallot,
  person: anna,
  play: async (widget, backend) => {
    const { id, version = 1 } = budgetBallot;
    const credential = await backend.ballots.credential(id, { idempotencyKey: 'voted-before' });
    const answers = [{ type: 'choices' as const, question: 'progetti', choices: projects }];
    await backend.ballots.cast({ vote: { ballot: id, version, answers }, credential }, { idempotencyKey: 'vote-before' });
    widget.reload();
    await found(widget, '.notice.success .button');
  },
});

export const SignedOut: Story = votingStory({ ballot: consultationBallot });

export const Unverified: Story = votingStory({ ballot: consultationBallot, person: samir });

export const TooYoung: Story = votingStory({ ballot: consultationBallot, person: luca });

export const NoTie: Story = votingStory({ ballot: consultationBallot, person: noor });

export const NotYetOpen: Story = votingStory({ ballot: early(budgetBallot), person: anna });

export const Results: Story = votingStory({ ballot: over(budgetBallot) });

export const Recounted: Story = votingStory({
  ballot: over(budgetBallot),
  play: async widget => {
    await click(widget, '#recount');
    await found(widget, '#recounted');
  },
});

export const ResultsOfConsultation: Story = votingStory({ ballot: over(consultationBallot) });

export const ResultsOfRanking: Story = votingStory({ ballot: over(rankingBallot) });

export const ResultsOfScore: Story = votingStory({ ballot: over(scoreBallot) });

export const ResultsOfPoints: Story = votingStory({ ballot: over(pointsBallot) });

export const EqualShares: Story = votingStory({
  ballot: over({
    ...budgetBallot,
    questions: budgetBallot.questions.map(each => ({
      ...each,
      counting: { rule: 'equal-shares', completion: 'utilitarian', comparison: true },
    })),
  }),
});

/** Everybody sees how it stands while it is open. */
export const ResultsWhileOpen: Story = votingStory({
  ballot: { ...consultationBallot, results: 'while-open', votes: inventedVotes(consultationBallot, 300) },
  person: anna,
});

export const NoOptions: Story = votingStory({ ballot: emptyBallot, person: anna });

export const Loading: Story = votingStory({ args: { state: { type: 'loading' } } });

export const NotFound: Story = votingStory({ args: { ballot: 'nessuna' } });

export const NotOffered: Story = votingStory({ args: { state: { type: 'not-offered' } } });

export const Offline: Story = votingStory({ ballot: budgetBallot, conditions: { offline: true } });

export const Failed: Story = votingStory({ ballot: budgetBallot, conditions: { failures: { '*': 'unavailable' } } });

export const InEnglish: Story = { ...votingStory({ ballot: budgetBallot, person: anna }), globals: { locale: 'en' } };

export const RightToLeft: Story = { ...votingStory({ ballot: rankingBallot, person: anna }), globals: { locale: 'ar' } };

export const Dark: Story = { ...votingStory({ ballot: over(budgetBallot) }), globals: { scheme: 'dark' } };

export const Narrow: Story = {
  ...votingStory({ ballot: budgetBallot, person: anna, play: widget => tick(widget, ...projects) }),
  globals: { viewport: { value: 'narrow' } },
};
