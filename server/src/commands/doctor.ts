import { checkAttachments } from '../doctor/check-attachments.js';
import { checkDatabase } from '../doctor/check-database.js';
import { bad, good, type Finding } from '../doctor/finding.js';
import { checkDisk, checkFiles } from '../doctor/check-machine.js';
import { checkHook, checkMail, checkProvider } from '../doctor/check-services.js';
import { readSettings, SettingsError, type Settings } from '../settings/settings.js';
import type { Command } from './command.js';

/** Looks at everything that the server needs, and says what is not right and what to do. Changes nothing and sends nobody's data. */
export const run: Command = async (_args, environment, out) => {
  const tell = ({ what, state, says }: Finding): void => {
    out(`${state.padEnd(8)}${what.padEnd(10)}${says}`);
  };
  let settings: Settings;
  try {
    settings = readSettings(environment);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    for (const problem of error.problems) tell(bad('settings', problem));
    return 1;
  }
  const { registryUrl, registryToken, protocolUrl, protocolToken } = settings;
  const findings = [
    good('settings', `${settings.cityName}, ${settings.url.href}`),
    ...(await checkDatabase(settings)),
    ...(await Promise.all([
      checkProvider(settings),
      checkHook('registry', registryUrl, registryToken, 'REGISTRY'),
      checkMail(settings),
      checkHook('protocol', protocolUrl, protocolToken, 'PROTOCOL'),
      checkDisk(settings),
      checkAttachments(settings),
    ])),
    checkFiles(settings),
  ];
  for (const finding of findings) tell(finding);
  return findings.some(({ state }) => state === 'bad') ? 1 : 0;
};
