// Read by Electron before the app that is measured: notes when each phase of its start was reached, writes that to a file and
// ends the program in order. Times are ms since the moment that START_FROM names, as its starter's clock had it.
const { app, protocol } = require('electron')
const { writeFileSync } = require('node:fs')

const from = Number(process.env.START_FROM)
const now = () => performance.timeOrigin + performance.now() - from
const phases = { program: now() }
const reach = (phase) => (phases[phase] ??= now())

app.once('ready', () => reach('ready'))
for (const way of ['registerBufferProtocol', 'handle']) {
  const take = protocol[way].bind(protocol)
  protocol[way] = (scheme, answer) =>
    take(scheme, (...asked) => {
      reach('asked')
      return answer(...asked)
    })
}

/** Resolves when what is waited for is on the screen: two frames after it is there. */
const inPage = (waited) => `new Promise((done) => {
  const there = () => ${waited}
  const painted = (at) => requestAnimationFrame(() => requestAnimationFrame(() => {
    const [entry] = performance.getEntriesByType('navigation')
    const zero = performance.timeOrigin
    done({ fetched: zero + entry.responseEnd, interactive: zero + entry.domInteractive,
      evaluated: zero + entry.domContentLoadedEventEnd, drawn: zero + at, painted: zero + performance.now() })
  }))
  const look = () => there() ? painted(performance.now()) : setTimeout(look, 4)
  look()
})`

app.on('browser-window-created', (_event, window) => {
  if (phases.window !== undefined) return
  reach('window')
  const contents = window.webContents
  contents.once('did-navigate', () => {
    reach('navigated')
    void write(contents)
  })
})

async function write({ mainFrame }) {
  const waited = process.env.START_WAITS_FOR
  const there = waited ? `document.querySelector('${waited}')` : `document.readyState === 'complete'`
  const seen = await mainFrame.executeJavaScript(inPage(there))
  for (const [phase, at] of Object.entries(seen)) phases[phase] = at - from
  const { user, system } = process.cpuUsage()
  phases.busy = (user + system) / 1000
  writeFileSync(process.env.START_OUT, JSON.stringify(phases))
  app.quit()
}
