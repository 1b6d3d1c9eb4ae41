// The Chromium of all tests that Playwright drives.
import { chromium } from 'playwright-core';

/**
 * The popup of the address bar, which Chromium makes for each window as a page with a process of its own: half of the
 * time that a small test takes. No one sees it without a screen.
 */
const POPUP = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'];

/** What Playwright turns off. Of two lists Chromium takes the last, so this one repeats it. */
const PLAYWRIGHT = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
];

/** Starts the Chromium of `scripts/chromium`; `args` are more of its arguments. */
export const launch = ({ args = [], ...options } = {}) =>
  chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', `--disable-features=${[...POPUP, ...PLAYWRIGHT].join()}`, ...args],
    ...options,
  });
