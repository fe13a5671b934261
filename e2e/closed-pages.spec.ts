/* oxlint-disable unicorn/consistent-function-scoping, eslint/no-eval, typescript/no-implied-eval -- what runs in a page must be written inside it, and what a page may not do is tried */
import { expect, test } from './fixture.ts'
import { openRoom, signIn } from './open-room.ts'

test('windows are closed to Node and to each other’s worlds', async ({ app, host }) => {
  const pupil = await openRoom(app)
  const staff = await signIn(app, pupil)
  for (const page of [pupil, staff]) {
    const seen = await page.evaluate(() => ({
      node: [
        typeof (globalThis as { require?: unknown }).require,
        typeof (globalThis as { process?: unknown }).process,
      ],
      bridge: Object.keys(window.house).toSorted(),
      frozen: Object.isFrozen(window.house),
      secure: isSecureContext,
      opener: window.opener as unknown,
    }))
    expect(seen).toMatchObject({
      node: ['undefined', 'undefined'],
      bridge: ['call', 'on'],
      secure: true,
      opener: null,
    })
  }
  test.skip(host === 'chromium', 'preferences belong to Electron')
  const preferences = await app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      const all = (
        contents as unknown as { getLastWebPreferences(): Electron.WebPreferences }
      ).getLastWebPreferences()
      const {
        contextIsolation,
        sandbox,
        nodeIntegration,
        nodeIntegrationInSubFrames,
        nodeIntegrationInWorker,
      } = all
      const {
        webSecurity,
        webviewTag,
        allowRunningInsecureContent,
        experimentalFeatures,
        navigateOnDragDrop,
      } = all
      return {
        contextIsolation,
        sandbox,
        nodeIntegration,
        nodeIntegrationInSubFrames,
        // Left out where it is not set: off.
        nodeIntegrationInWorker: nodeIntegrationInWorker ?? false,
        webSecurity,
        webviewTag,
        allowRunningInsecureContent,
        experimentalFeatures,
        navigateOnDragDrop: navigateOnDragDrop ?? false,
      }
    }),
  )
  expect(preferences).toHaveLength(2)
  for (const one of preferences)
    expect(one).toEqual({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
    })
})

test('pages carry their policy, and it holds', async ({ app }) => {
  const pupil = await openRoom(app)
  const headers = await pupil.evaluate(async () => Object.fromEntries((await fetch('/')).headers))
  const policy = headers['content-security-policy'] ?? ''
  for (const part of [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
  ])
    expect(policy).toContain(part)
  expect(policy).not.toContain('unsafe')
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
  })
  const tried = await pupil.evaluate(async () => {
    const outcome = async (work: () => unknown): Promise<string> => {
      try {
        return `went through: ${String(await work())}`
      } catch (error) {
        return (error as Error).name
      }
    }
    const element = (tag: string, set: Record<string, string>) =>
      new Promise<string>((done, fail) => {
        const made = Object.assign(document.createElement(tag), set)
        made.addEventListener('load', () => done('loaded'))
        made.addEventListener('error', () => fail(new EvalError('blocked')))
        document.body.append(made)
        document.addEventListener('securitypolicyviolation', () => fail(new EvalError('blocked')), {
          once: true,
        })
      })
    const inline = (): string => {
      const script = document.createElement('script')
      script.textContent = 'document.title = "inline"'
      document.body.append(script)
      if (document.title !== 'inline') throw new EvalError('blocked')
      return 'ran'
    }
    // What the debugger calls may evaluate; a task of the page's own may not.
    await new Promise((done) => setTimeout(done))
    return {
      eval: await outcome(() => (0, eval)('1')),
      function: await outcome(() => new Function('return 1')() as number),
      inline: await outcome(inline),
      remote: await outcome(() => fetch('https://example.org/')),
      loopback: await outcome(() => fetch('http://127.0.0.1:9/')),
      script: await outcome(() => element('script', { src: 'https://example.org/x.js' })),
      picture: await outcome(() => element('img', { src: 'https://example.org/x.png' })),
      frame: await outcome(() => element('iframe', { src: 'https://example.org/' })),
      socket: await outcome(() => new WebSocket('wss://example.org/').url),
    }
  })
  const closed = /^(EvalError|TypeError|SecurityError)$/
  for (const name of [
    'eval',
    'function',
    'inline',
    'remote',
    'loopback',
    'script',
    'picture',
    'frame',
  ] as const)
    expect([name, tried[name]]).toEqual([name, expect.stringMatching(closed)])
})

test('no address leads out of the folder of pages, nor to the other window’s', async ({ app }) => {
  const pupil = await openRoom(app)
  const paths = [
    '/../main/index.js',
    '/%2e%2e/main/index.js',
    '/..%2fmain%2findex.js',
    '/assets/..%5c..%5cpackage.json',
    '/staff/index.html',
    '/pupil/index.html',
    '/package.json',
    '/media/photo/..%2f..%2froom.sqlite',
    `/media/photo/${'0'.repeat(64)}`,
    '/media/__proto__/x',
    '/%00',
    '/%',
  ]
  for (const path of paths) {
    const answer = await pupil.evaluate(async (address) => {
      const response = await fetch(address).catch(() => undefined)
      return { status: response?.status ?? 0, length: (await response?.text())?.length ?? 0 }
    }, path)
    expect([path, answer.status >= 400 || answer.status === 0, answer.length]).toEqual([path, true, 0])
  }
  expect(
    await pupil.evaluate(() =>
      fetch('/', { method: 'POST' }).then(
        ({ status }) => status,
        () => 0,
      ),
    ),
  ).not.toBe(200)
})

test('a page from elsewhere in our own window gets no answer', async ({ app, host }) => {
  test.skip(host === 'chromium', 'the stand-in loads no such page')
  const pupil = await openRoom(app)
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]
      ?.webContents.loadURL('data:text/html,<h1>elsewhere</h1>')
      .catch(() => undefined),
  )
  await expect(pupil.locator('h1')).toHaveText('elsewhere')
  // Asked straight from that page: `call` would wait for one of our own to be back.
  expect(await pupil.evaluate(() => window.house.call('room.look', undefined))).toMatchObject({
    error: { code: 'not-from-here' },
  })
})
