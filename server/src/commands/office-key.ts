import { parseArgs } from 'node:util';
import { KeyFileError, writeKeyFile } from '../identities/key-file.js';
import { newOfficeKeys } from '../identities/sealed-box.js';
import type { Command } from './command.js';

/** Makes the keys of an office: the private one goes into a file, the public one into the process's file of content. */
export const run: Command = (args, environment, out) => {
  const { positionals } = parseArgs({ args, allowPositionals: true });
  const [file] = positionals;
  if (file === undefined) {
    out('Say where the key shall be kept: portico-server office-key <file>. With OFFICE_PASSPHRASE set, it is locked.');
    return Promise.resolve(2);
  }
  const passphrase = environment['OFFICE_PASSPHRASE'];
  const keys = newOfficeKeys();
  try {
    writeKeyFile(file, keys, passphrase);
  } catch (error) {
    if (!(error instanceof KeyFileError)) throw error;
    out(error.message);
    return Promise.resolve(1);
  }
  out(
    `The private key is in ${file}${passphrase === undefined || passphrase === '' ? ', and not locked' : ', locked with the passphrase'}.`,
  );
  out('Give it to the office, keep a copy offline, and take it off this machine: without it nobody can open what is sealed.');
  out('In the process’s file of content, under "office":');
  out(`  publicKey: ${keys.publicKey}`);
  return Promise.resolve(0);
};
