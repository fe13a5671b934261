/** What decides how Chromium is started. */
export interface ChromiumOptions {
  profile: string
  port: number
  onScreen: boolean
  root: boolean
  /** Switches from the command line and from the app. */
  switches: readonly string[]
  screens: readonly { width: number; height: number }[]
}

// Ours to decide, or dangerous to pass on: the profile, the pipe, lists that would be overwritten.
const notPassedOn =
  /^--(user-data-dir|remote-debugging-p|inspect|kiosk|disable-features|enable-features|headless|no-sandbox|example)/

const quiet = [
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  '--no-service-autorun',
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-client-side-phishing-detection',
  '--disable-component-extensions-with-background-pages',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-dev-shm-usage',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-field-trial-config',
  '--disable-infobars',
  '--disable-search-engine-choice-screen',
  '--disable-session-crashed-bubble',
  '--disable-sync',
  '--hide-crash-restore-bubble',
  '--metrics-recording-only',
  '--password-store=basic',
  '--use-mock-keychain',
  '--test-type',
  '--force-color-profile=srgb',
  '--disable-back-forward-cache',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
]

// Features that talk to the network, show a bubble, or split one page over several targets.
const disabledFeatures = [
  'AimEnabled',
  'CertificateTransparencyComponentUpdater',
  'DialMediaRouteProvider',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'IsolateSandboxedIframes',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'SpareRendererForSitePerProcess',
  'Translate',
]

/** Chromium's arguments: all background networking off, its own features out of the way, the app's scheme on loopback. */
export function chromiumArguments(options: ChromiumOptions): string[] {
  const { width = 1366, height = 768 } = options.screens[0] ?? {}
  const screens = options.screens.map((screen) => `{${screen.width}x${screen.height}}`).join('')
  const debugging = options.switches.filter((entry) => entry.startsWith('--remote-debugging-port'))
  return [
    ...quiet,
    ...(options.root ? ['--no-sandbox'] : []),
    `--disable-features=${disabledFeatures.join(',')}`,
    '--enable-features=SkipListAccountsWithoutGaiaCookies',
    `--user-data-dir=${options.profile}`,
    `--host-resolver-rules=MAP *.localhost:80 127.0.0.1:${options.port}`,
    '--remote-debugging-pipe',
    ...debugging,
    `--window-size=${width},${height}`,
    '--window-position=0,0',
    ...(options.onScreen
      ? ['--app=data:text/html,']
      : [
          '--headless=new',
          '--no-startup-window',
          '--hide-scrollbars',
          '--mute-audio',
          `--screen-info=${screens}`,
        ]),
    ...options.switches.filter((entry) => !notPassedOn.test(entry)),
  ]
}
