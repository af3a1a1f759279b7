import puppeteer from 'puppeteer-core';
import { chromium } from '../scripts/browsers.mjs';

/** The browser that measures. It has no window and no graphics card, so that it is the same on every machine. */
export const launch = () =>
  puppeteer.launch({ executablePath: chromium(), args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
