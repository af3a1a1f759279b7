import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { aptInstall, canInstall } from './apt-install.mjs';

/** Below each folder, this path: Debian has one library folder for each kind of processor. */
const inFolders = (parent, rest) =>
  existsSync(parent) ? readdirSync(parent, { withFileTypes: true }).map(entry => join(parent, entry.name, rest)) : [];

const webkitBrowser = release => [
  ...inFolders('/usr/lib', `${release}/MiniBrowser`),
  `/usr/libexec/${release}/MiniBrowser`,
  `/usr/lib64/${release}/MiniBrowser`,
];

/** What the tests run, by name: the variable that says where it is, the usual places, and what the package managers call it. */
const programs = {
  chromium: {
    title: 'Chromium',
    variable: 'CHROME_PATH',
    places: {
      linux: [
        '/usr/bin/chromium',
        '/usr/bin/google-chrome',
        '/usr/bin/google-chrome-stable',
        '/opt/google/chrome/chrome',
        '/snap/bin/chromium',
        '/usr/bin/chromium-browser',
      ],
      darwin: [
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
        '/Applications/Chromium.app/Contents/MacOS/Chromium',
        `${process.env.HOME}/Applications/Google Chrome.app/Contents/MacOS/Google Chrome`,
      ],
    },
    packages: { debian: ['chromium'], snap: 'chromium', dnf: ['chromium'], brew: 'google-chrome' },
  },
  firefox: {
    title: 'Firefox',
    variable: 'FIREFOX_PATH',
    places: {
      linux: [
        '/usr/bin/firefox-esr',
        '/usr/lib64/firefox/firefox',
        '/snap/bin/firefox',
        '/usr/bin/firefox',
        '/opt/firefox/firefox',
      ],
      darwin: [
        '/Applications/Firefox.app/Contents/MacOS/firefox',
        `${process.env.HOME}/Applications/Firefox.app/Contents/MacOS/firefox`,
      ],
    },
    packages: { debian: ['firefox-esr'], snap: 'firefox', dnf: ['firefox'], brew: 'firefox' },
  },
  webkitDriver: {
    title: 'WebKitWebDriver',
    variable: 'WEBKIT_DRIVER_PATH',
    places: { linux: ['/usr/bin/WebKitWebDriver', '/usr/libexec/WebKitWebDriver'] },
    packages: { debian: ['webkit2gtk-driver'], dnf: ['webkitgtk6.0', 'webkitgtk6.0-devel'] },
  },
  webkitBrowser: {
    title: 'MiniBrowser of WebKitGTK',
    variable: 'WEBKIT_BROWSER_PATH',
    places: { linux: ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'].flatMap(webkitBrowser) },
    packages: { debian: ['webkit2gtk-driver'], dnf: ['webkitgtk6.0', 'webkitgtk6.0-devel'] },
  },
  xvfb: {
    title: 'Xvfb',
    variable: 'XVFB_PATH',
    places: { linux: ['/usr/bin/Xvfb', '/usr/libexec/Xvfb'] },
    packages: { debian: ['xvfb'], dnf: ['xorg-x11-server-Xvfb'] },
  },
  arabicFont: {
    title: 'a font with Arabic letters',
    optional: true,
    places: {
      linux: [
        '/usr/share/fonts/truetype/noto/NotoSansArabic-Regular.ttf',
        '/usr/share/fonts/google-noto-vf/NotoSansArabic[wght].ttf',
        '/usr/share/fonts/truetype/noto/NotoNaskhArabic-Regular.ttf',
      ],
    },
    packages: { debian: ['fonts-noto-core'], dnf: ['google-noto-sans-arabic-vf-fonts'] },
  },
};

/** What each engine needs. WebKit is WebKitGTK with its own driver, on a screen that exists only in memory. */
const engines = {
  chromium: ['chromium', 'arabicFont'],
  firefox: ['firefox', 'arabicFont'],
  webkit: ['webkitDriver', 'webkitBrowser', 'xvfb', 'arabicFont'],
};

export const engineNames = Object.keys(engines);

/** Why an engine cannot exist on this system, or undefined when it can. */
export function impossible(engine, system = process.platform) {
  return engine === 'webkit' && system !== 'linux' ? `WebKitGTK does not exist for ${system}` : undefined;
}

/** Ubuntu puts a small script where the browser should be; it only says that the snap is missing. */
const isSnapStub = path => {
  if (path.startsWith('/snap/') || statSync(path).size > 20_000) return false;
  const named = /\/snap\/bin\/([\w-]+)/.exec(readFileSync(path, 'latin1'))?.[1];
  return named !== undefined && !existsSync(`/snap/bin/${named}`);
};

function find(name) {
  const { variable, places } = programs[name];
  const wanted = variable && process.env[variable];
  if (wanted) {
    if (!existsSync(wanted)) throw new Error(`${variable} says ${wanted}, and there is nothing.`);
    return wanted;
  }
  return (places[process.platform] ?? []).find(path => existsSync(path) && !isSnapStub(path));
}

const isUbuntu = release => /\bubuntu\b/.test(release);

/** Names of the packages that apt has for these programs. On Ubuntu the two big browsers come as snaps only. */
const aptPackages = (missing, release) => {
  const here = missing.filter(name => !(isUbuntu(release) && programs[name].packages.snap));
  return [...new Set(here.flatMap(name => programs[name].packages.debian))];
};

/** The exact commands that bring what is missing, for the system that this is. */
export function commands(missing, system = process.platform, release = linuxRelease()) {
  const packagesOf = key => [...new Set(missing.flatMap(name => programs[name].packages[key] ?? []))];
  if (system === 'darwin') return packagesOf('brew').map(name => `brew install --cask ${name}`);
  if (/\b(fedora|rhel|centos)\b/.test(release)) return [`sudo dnf install ${packagesOf('dnf').join(' ')}`];
  if (!/\b(debian|ubuntu)\b/.test(release)) return [];
  const snaps = isUbuntu(release) ? packagesOf('snap').map(name => `sudo snap install ${name}`) : [];
  const apt = aptPackages(missing, release);
  const install = `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${apt.join(' ')}`;
  return apt.length > 0 ? [...snaps, install] : snaps;
}

export function linuxRelease() {
  if (!existsSync('/etc/os-release')) return '';
  const lines = readFileSync('/etc/os-release', 'utf8').split('\n');
  return lines.filter(line => /^ID(_LIKE)?=/.test(line)).join(' ');
}

function explain(missing) {
  const titles = missing.map(name => programs[name].title).join(', ');
  const how = commands(missing);
  const variables = missing.map(name => programs[name].variable).join(', ');
  return [
    `Missing for the tests: ${titles}.`,
    ...(how.length > 0 ? ['Install with:', ...how.map(line => `  ${line}`)] : ["Install it with this system's package manager."]),
    `Or say where it is: ${variables}.`,
  ].join('\n');
}

/**
 * Paths of all that these engines need, by name of the program. What is missing is installed where this is root on Debian or Ubuntu;
 * everywhere else the error names the commands. An engine that cannot exist here is left out.
 */
export function browsers(wanted = engineNames) {
  const names = [...new Set(wanted.filter(engine => !impossible(engine)).flatMap(engine => engines[engine]))];
  const missing = () => names.filter(name => !find(name));
  const required = () => missing().filter(name => !programs[name].optional);
  const release = linuxRelease();
  const installable = canInstall(release) ? aptPackages(missing(), release) : [];
  if (installable.length > 0) aptInstall(installable);
  if (required().length > 0) throw new Error(explain(required()));
  return Object.fromEntries(names.map(name => [name, find(name)]));
}

export const chromium = () => browsers(['chromium']).chromium;
export const firefox = () => browsers(['firefox']).firefox;

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const paths = browsers();
    for (const [name, path] of Object.entries(paths))
      console.log(`${programs[name].title}: ${path ?? 'not here, and not needed'}`);
    for (const engine of engineNames) if (impossible(engine)) console.log(`${engine}: skipped, ${impossible(engine)}`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
