/**
 * Switches that would open a side door: debuggers, no sandbox, another page's privileges. Chromium and Node read
 * some of them before our first line runs; a fuse stops those that can be stopped, here the program itself ends.
 */
const forbidden: readonly RegExp[] = [
  /^--remote-debugging-/,
  /^--remote-allow-origins/,
  /^--inspect/,
  /^--debug/,
  /^--no-sandbox$/,
  /^--disable-(setuid-|gpu-|seccomp-filter-|namespace-)?sandbox/,
  /^--disable-web-security/,
  /^--disable-site-isolation/,
  /^--allow-running-insecure-content/,
  /^--allow-file-access/,
  /^--ignore-certificate-errors/,
  /^--unsafely-treat-insecure-origin/,
  /^--host-(resolver-)?rules/,
  /^--proxy-/,
  /^--load-extension/,
  /^--(enable|auto)-automation/,
  /^--js-flags/,
  /^--(single-process|in-process-gpu|renderer-cmd-prefix|utility-cmd-prefix|gpu-launcher)/,
  /^--(use|auto-accept)-fake-/,
  /^--use-file-for-fake-/,
  /^--auto-open-devtools/,
  /^--log-net-log/,
  /^--ssl-key-log-file/,
  /^--(require|import|loader|eval|experimental-loader)(=|$)/,
  /^-(r|e|p)$/,
]

/** The first switch on a command line that an installed program refuses to run with; undefined when there is none. */
export function refusedSwitch(words: readonly string[]): string | undefined {
  const refused = words.find((word) => forbidden.some((form) => form.test(word.toLowerCase())))
  return refused?.split('=')[0]
}
