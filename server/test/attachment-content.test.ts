import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { disposition, tidyFileName } from '../src/attachments/file-name.js';
import { cleaned, mostPixels } from '../src/attachments/media/clean.js';
import { orientationOf } from '../src/attachments/media/orientation.js';
import { sniff } from '../src/attachments/media/sniff.js';
import { exif, jpeg, pdf, png, pngChunk, segment, webp, webpChunk, zip } from './support/pictures.js';

const text = (words: string): Buffer => Buffer.from(words);
const clean = (bytes: Buffer): Buffer => {
  const type = sniff(bytes);
  assert.ok(type);
  const result = cleaned(type, bytes);
  assert.ok('bytes' in result, JSON.stringify(result));
  return result.bytes;
};
const faultOf = (bytes: Buffer): string => {
  const type = sniff(bytes);
  if (type === undefined) return 'type';
  const result = cleaned(type, bytes);
  return 'fault' in result ? result.fault : 'none';
};

describe('what an attachment is', () => {
  it('is said by its content', () => {
    assert.deepEqual([jpeg(), png(), webp(), pdf].map(sniff), ['image/jpeg', 'image/png', 'image/webp', 'application/pdf']);
  });

  const others: [string, Buffer][] = [
    ['nothing', Buffer.alloc(0)],
    ['a program of Windows', Buffer.concat([text('MZ'), Buffer.alloc(300)])],
    ['a program of Linux', Buffer.concat([Buffer.from([0x7f]), text('ELF'), Buffer.alloc(300)])],
    ['a script', text('#!/bin/sh\necho')],
    ['SVG with a script', text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['a page', text('<!doctype html><script>alert(1)</script>')],
    ['an archive, which may be a bomb', zip],
    ['a page that ends as a PDF', Buffer.concat([text('<html>'), pdf])],
    ['a picture that nobody asked for', text('GIF89a')],
  ];
  for (const [what, bytes] of others) it(`does not take ${what}`, () => assert.equal(faultOf(bytes), 'type'));
});

describe('what goes out of a picture', () => {
  it('is what a telephone writes into a JPEG; how to turn it stays', () => {
    const comment = segment(0xfe, text('Via Roma 5'));
    const icc = segment(0xe2, text('ICC_PROFILE\0\u0001\u0001colours'));
    const preview = segment(0xe2, text('MPF\0preview'));
    const xmp = segment(0xe1, text('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>'));
    const result = clean(jpeg({ segments: [exif(6), xmp, comment, icc, preview] }));
    for (const word of ['GPS', 'Via Roma', 'xmpmeta', 'MPF']) assert.ok(!result.includes(word), word);
    for (const word of ['JFIF', 'ICC_PROFILE']) assert.ok(result.includes(word), word);
    assert.equal(orientationOf(result.subarray(result.indexOf('Exif'))), 6);
    assert.ok(!clean(jpeg({ segments: [exif(1)] })).includes('Exif'), 'what is upright need not say so');
    assert.ok(!clean(jpeg({ segments: [exif(9)] })).includes('Exif'), 'there are eight ways');
  });

  it('is all else in a PNG and a WebP', () => {
    const chunks = ['tEXt', 'eXIf', 'iTXt', 'zTXt', 'tIME'].map(type => pngChunk(type, text('Via Roma 5')));
    const result = clean(png({ chunks: [...chunks, pngChunk('gAMA', Buffer.alloc(4))] }));
    assert.ok(!result.includes('Via Roma'));
    assert.ok(result.includes('gAMA'));
    const small = clean(webp({ chunks: [webpChunk('EXIF', text('Via Roma 5')), webpChunk('XMP ', text('<x/>'))] }));
    assert.ok(!small.includes('Via Roma'));
    assert.equal(small[20], 0, 'it no longer promises them');
    assert.equal(small.readUInt32LE(4) + 8, small.length);
  });

  it('is another file that hangs on to its end', () => {
    for (const make of [jpeg, png]) {
      assert.ok(make({ after: zip }).includes('PK'));
      assert.deepEqual(clean(make({ after: zip })), make());
    }
    assert.deepEqual(clean(Buffer.concat([webp(), zip])).length, webp().length);
  });

  it('is nothing when there is nothing to take out', () => {
    assert.deepEqual(clean(jpeg()), jpeg());
    assert.deepEqual(clean(png()), png());
    assert.deepEqual(clean(pdf), pdf);
  });
});

describe('a picture that is not taken', () => {
  it('is cut off, wherever', () => {
    for (const whole of [jpeg({ segments: [exif(6)] }), png(), webp()]) {
      for (let length = 12; length < whole.length; length += 1) {
        assert.notEqual(faultOf(whole.subarray(0, length)), 'none', `${String(sniff(whole))} cut at ${String(length)}`);
      }
    }
  });

  it('has one wrong bit in a PNG', () => {
    const spoiled = Buffer.from(png());
    spoiled[45] = (spoiled[45] ?? 0) ^ 1;
    assert.equal(faultOf(spoiled), 'damaged');
  });

  it('has more pixels than anybody can look at', () => {
    const [many, few] = [
      { width: 10_000, height: 5_001 },
      { width: 10_000, height: 5_000 },
    ];
    assert.equal(few.width * few.height, mostPixels);
    for (const make of [jpeg, png, webp]) {
      assert.equal(faultOf(make(many)), 'too-many-pixels');
      assert.equal(faultOf(make(few)), 'none');
    }
    assert.equal(faultOf(png({ width: 0 })), 'damaged');
  });

  it('is made of noise', () => {
    for (const whole of [jpeg(), png(), webp()]) {
      for (let seed = 1; seed < 200; seed += 1) {
        const noisy = Buffer.from(whole);
        for (let at = 12; at < noisy.length; at += 1) noisy[at] = (noisy[at] ?? 0) ^ ((seed * (at + 7) * 2_654_435_761) >>> 24);
        assert.doesNotThrow(() => faultOf(noisy));
      }
    }
  });
});

describe('the name of an attachment', () => {
  const names: [string, string][] = [
    ['foto.JPEG', 'foto.jpg'],
    ['C:\\Users\\anna\\foto.png', 'foto.jpg'],
    ['../../etc/passwd', 'passwd.jpg'],
    ['virus.exe', 'virus.jpg'],
    ['fattura\u202Efdp.exe', 'fatturafdp.jpg'],
    ['  .htaccess', 'htaccess.jpg'],
    ['', 'file.jpg'],
    ['a\nb\u0000c', 'a bc.jpg'],
    ['è "bella"; <b>', 'è -bella-- -b-.jpg'],
    ['صورة.png', 'صورة.jpg'],
    ['x'.repeat(300), `${'x'.repeat(80)}.jpg`],
  ];
  for (const [given, expected] of names) {
    it(`is ${JSON.stringify(expected).slice(0, 40)} for ${JSON.stringify(given).slice(0, 40)}`, () => {
      assert.equal(tidyFileName(given, 'image/jpeg'), expected);
    });
  }

  it('travels in any script', () => {
    assert.equal(disposition('inline', "è l'orto.jpg"), "inline; filename*=UTF-8''%C3%A8%20l%27orto.jpg");
  });
});
