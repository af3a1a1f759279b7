import { expect } from '@open-wc/testing';
import { anna } from '../../demo/data/people.js';
import type { AttachOptions, ObservationService } from '../../src/backend/backend.js';
import { BackendError } from '../../src/backend/errors.js';
import type { MemoryBackend } from '../../src/backend/memory/memory.js';
import type { PorticoObservationForm } from '../../src/components/observation-form/observation-form.js';
import type { Attachment } from '../../src/model/attachment.js';
import { forgetDrafts, remark, type } from '../../stories/support/observation-form-story.js';
import { click } from '../../stories/support/pact-story.js';
import {
  buttonWith,
  fillable,
  focusedIn,
  formPage,
  formTells,
  formWords,
  inForm,
  isIn,
  observedBackend,
} from '../support/observation-form-page.js';
import { until } from '../support/until.js';

type Attach = ObservationService['attach'];

const passage = 'art-3';
const words = new TextEncoder();

/** The form at its files, with all that was sent of them. `attach` stands in for the backend's own where a test wants that. */
async function atFiles(attach?: (own: Attach) => Attach) {
  const memory = observedBackend();
  memory.signIn(anna);
  const sent: { file: File; options: AttachOptions }[] = [];
  const own: Attach = (process, file, options) => {
    sent.push({ file, options });
    return memory.observations.attach(process, file, options);
  };
  const backend: MemoryBackend = { ...memory, observations: { ...memory.observations, attach: attach?.(own) ?? own } };
  const { form } = await formPage(backend, { passage });
  await fillable(form);
  await click(form, '#kind');
  await type(form, '#text', remark);
  await click(form, '#next');
  await inForm(form, '#files');
  return { form, sent, memory };
}

/** Chooses files as a person does. */
async function give(form: PorticoObservationForm, ...files: File[]): Promise<void> {
  const input = await inForm<HTMLInputElement>(form, '#files');
  const given = new DataTransfer();
  for (const file of files) given.items.add(file);
  input.files = given.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

const attachmentsOf = (form: PorticoObservationForm): readonly Attachment[] =>
  form.state.type === 'ready' ? form.state.entry.attachments : [];

const pdf = (name = 'lettera.pdf', size = 100): File =>
  new File([words.encode('%PDF-1.7'), new Uint8Array(size)], name, { type: 'application/pdf' });

/** Where the photograph was taken, as the camera wrote it. */
const where = 'GPS 45.4642 9.1900';

/** A photograph that hardly gets smaller by itself, with what a camera writes into it. */
async function photo(side: number): Promise<File> {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side;
  const context = canvas.getContext('2d');
  const image = new ImageData(side, side);
  // The browser gives at most 65,536 random bytes at once.
  for (let at = 0; at < image.data.length; at += 65_536) crypto.getRandomValues(image.data.subarray(at, at + 65_536));
  for (let at = 3; at < image.data.length; at += 4) image.data[at] = 255;
  context?.putImageData(image, 0, 0);
  const blob = await new Promise<Blob | null>(resolve => {
    canvas.toBlob(resolve, 'image/jpeg', 0.95);
  });
  const bytes = new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0));
  // A directory with one entry, the orientation, as every camera writes it.
  const exif = words.encode(`Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x01\0\0\0\0\0\0\0${where}`);
  const length = exif.length + 2;
  const segment = new Uint8Array([0xff, 0xe1, length >> 8, length & 255, ...exif]);
  // As cameras write it, in the place of the block with which a browser begins.
  const own = 4 + (bytes[4] ?? 0) * 256 + (bytes[5] ?? 0);
  return new File([bytes.slice(0, 2), segment, bytes.slice(own)], 'IMG_2041.jpg', { type: 'image/jpeg' });
}

describe('<portico-observation-form>, files', () => {
  beforeEach(() => {
    forgetDrafts();
  });

  it('says how many, how large and which', async () => {
    const { form } = await atFiles();
    expect(formWords(form, '#files-hint')).to.contain('Al massimo 3 file').and.to.contain('5 MB').and.to.contain('PDF');
  });

  it('sends a file, shows that it arrived, and takes it out again', async () => {
    const { form } = await atFiles();
    await give(form, pdf());
    await formTells(form, 'lettera.pdf', '.file');
    await until(() => attachmentsOf(form).length === 1);
    await formTells(form, 'arrivato', '.file');
    (await buttonWith(form, 'Togli')).click();
    await until(() => attachmentsOf(form).length === 0);
    await until(() => focusedIn(form)?.id === 'files');
  });

  it('takes what a camera wrote out of a photograph of more than 5 MB, and makes it small enough', async function () {
    this.timeout(30_000);
    const { form, sent } = await atFiles();
    const large = await photo(2600);
    expect(large.size).to.be.greaterThan(5_000_000);
    await give(form, large);
    await until(() => attachmentsOf(form).length === 1);
    const file = sent[0]?.file;
    expect(file?.size).to.be.lessThan(5_000_001);
    expect(file?.name).to.equal('IMG_2041.jpg');
    const bytes = new TextDecoder('latin1').decode(await file?.arrayBuffer());
    expect(bytes.includes('Exif\0\0')).to.equal(false);
    expect(bytes.includes(where)).to.equal(false);
  });

  const refused: [string, File, string][] = [
    [
      'a program that was called a picture',
      new File(['MZ\x90\0'], 'foto.jpg', { type: 'image/jpeg' }),
      'non è quello che dice il nome',
    ],
    [
      'a picture that can hold scripts',
      new File(['<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'], 'logo.svg', {
        type: 'image/svg+xml',
      }),
      'non si può allegare',
    ],
    [
      'an archive',
      new File([new Uint8Array([0x50, 0x4b, 3, 4])], 'tutto.zip', { type: 'application/zip' }),
      'non si può allegare',
    ],
    ['a file that is too large', pdf('grande.pdf', 6_000_000), 'È troppo grande: al massimo 5 MB'],
    ['an empty file', new File([], 'vuoto.pdf', { type: 'application/pdf' }), 'Il file è vuoto'],
    [
      'a picture that cannot be drawn, and so not be cleaned',
      new File([new Uint8Array([0xff, 0xd8, 0xff, 0, 0])], 'rotta.jpg', { type: 'image/jpeg' }),
      'non riesce a togliere i dati nascosti',
    ],
  ];
  for (const [what, file, why] of refused) {
    it(`does not send ${what}, and says why`, async () => {
      const { form, sent } = await atFiles();
      await give(form, file);
      await formTells(form, why, '.file .field-error');
      expect(sent).to.have.length(0);
    });
  }

  it('takes no more than allowed', async () => {
    const { form } = await atFiles();
    await give(form, ...Array.from({ length: 5 }, (_, index) => pdf(`${String(index)}.pdf`)));
    await until(() => attachmentsOf(form).length === 3);
    await formTells(form, 'Si possono allegare 3 file');
  });

  it('tries again what failed, under the same key', async () => {
    const keys: string[] = [];
    let fails = true;
    const { form } = await atFiles(own => async (process, file, options) => {
      keys.push(options.idempotencyKey);
      if (fails) throw new BackendError('offline');
      return own(process, file, options);
    });
    await give(form, pdf());
    await formTells(form, 'non è arrivato', '.file');
    fails = false;
    (await buttonWith(form, 'Riprova')).click();
    await until(() => attachmentsOf(form).length === 1);
    expect(keys).to.have.length(2);
    expect(new Set(keys).size).to.equal(1);
  });

  it('gives up what somebody cancels, and shows how far it is until then', async () => {
    let signal: AbortSignal | undefined;
    const { form } = await atFiles(() => (_process, _file, options) => {
      ({ signal } = options);
      options.onProgress?.(0.4);
      return new Promise<never>(() => undefined);
    });
    await give(form, pdf());
    const progress = await inForm<HTMLProgressElement>(form, 'progress');
    await until(() => progress.value === 0.4);
    await click(form, '#next');
    await formTells(form, 'sono ancora in viaggio');
    (await buttonWith(form, 'Annulla')).click();
    await until(() => !isIn(form, '.file'));
    expect(signal?.aborted).to.equal(true);
  });

  it('says when the city says no after all', async () => {
    const { form } = await atFiles(() => () => Promise.reject(new BackendError('too-large')));
    await give(form, pdf());
    await formTells(form, 'È troppo grande', '.file .field-error');
  });
});
