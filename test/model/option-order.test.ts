import { expect } from '@open-wc/testing';
import { optionOrder } from '../../src/model/option-order.js';

const options = ['fontana', 'parco', 'scuola', 'strada', 'teatro'].map(id => ({ id }));
const idsIn = (order: readonly { id: string }[]): string => order.map(({ id }) => id).join(' ');

describe('optionOrder', () => {
  it('is the same for the same seed, also where the options come otherwise', () => {
    const order = idsIn(optionOrder(options, 'k7Qe'));
    expect(idsIn(optionOrder(options, 'k7Qe'))).to.equal(order);
    expect(idsIn(optionOrder(options.toReversed(), 'k7Qe'))).to.equal(order);
    expect(idsIn(options)).to.equal('fontana parco scuola strada teatro');
  });

  it('is the same in every version and on every machine', () => {
    // Worked out with whole numbers of any length, in another language.
    expect(idsIn(optionOrder(options, 'k7Qe'))).to.equal('teatro strada fontana scuola parco');
    expect(idsIn(optionOrder(options, 'perché'))).to.equal('teatro parco scuola strada fontana');
  });

  it('has each option once, also where there are hundreds, one or none', () => {
    const many = Array.from({ length: 300 }, (_, index) => ({ id: `p${String(index)}` }));
    const order = optionOrder(many, 'a');
    expect(new Set(order).size).to.equal(300);
    expect(idsIn(order)).not.to.equal(idsIn(many));
    expect(optionOrder(options.slice(0, 1), 'a')).to.deep.equal([{ id: 'fontana' }]);
    expect(optionOrder([], 'a')).to.deep.equal([]);
  });

  it('favours no order', () => {
    const three = options.slice(0, 3);
    const seen = new Map<string, number>();
    for (let person = 0; person < 6000; person += 1) {
      const order = idsIn(optionOrder(three, `persona ${String(person)}`));
      seen.set(order, (seen.get(order) ?? 0) + 1);
    }
    expect(seen.size).to.equal(6);
    // A thousand of each are expected; chance alone strays by more than 150 less than once in a hundred thousand times.
    for (const times of seen.values()) expect(times).to.be.within(850, 1150);
  });

  it('puts no option into a place more often than another', () => {
    const ten = Array.from({ length: 10 }, (_, index) => ({ id: `p${String(index)}` }));
    const times = new Map<string, number>();
    for (let person = 0; person < 10_000; person += 1) {
      optionOrder(ten, String(person)).forEach(({ id }, place) => {
        const at = `${id} at ${String(place)}`;
        times.set(at, (times.get(at) ?? 0) + 1);
      });
    }
    expect(times.size).to.equal(100);
    for (const each of times.values()) expect(each).to.be.within(850, 1150);
  });
});
