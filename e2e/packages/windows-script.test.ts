import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

// The script cannot run here: what can be held is every name in it, against Microsoft's pages on the Keyboard Filter
// ("Predefined key combinations", "WEKF_Settings"), Winlogon and the policies (read in November 2026).
const folder = resolve(import.meta.dirname, '../../resources/provisioning/windows')
const script = readFileSync(join(folder, 'set-up-seat.ps1'), 'utf8')

const predefined = new Set(
  `LShift+LAlt+PrintScrn LShift+LAlt+NumLock Win+U Alt+F4 Ctrl+F4 Win+F1 Alt+Space Alt+Esc Ctrl+Esc Ctrl+Alt+Esc Ctrl+Win+F Win+Break Win+E Win+F Win+P Win+R
   Alt+Tab Ctrl+Tab Win+Tab Win+D Win+M Win+Home Win+T Win+B Win+- Win++ Win+Esc Win+Up Win+Down Win+Left Win+Right Win+Shift+Up Win+Shift+Down
   Win+Shift+Left Win+Shift+Right Win+Space Win+O Win+Enter Win+PageUp Win+PageDown Win+C Win+I Win+Q Win+W Win+H Win+K Win+Z Win+J Win+V Win+, Win+. Win+/
   Alt Application Ctrl Shift Windows Escape Ctrl+Alt+Del Shift+Ctrl+Esc Win+L LaunchMail LaunchMediaSelect LaunchApp1 LaunchApp2 BrowserBack BrowserForward
   BrowserRefresh BrowserStop BrowserSearch BrowserFavorites BrowserHome VolumeMute VolumeDown VolumeUp MediaNext MediaPrev MediaStop MediaPlayPause
   Alt+Win Ctrl+Win Shift+Win F21`.split(/\s+/),
)
/** Policies that Windows reads in an account's own hive only. */
const ofAPerson = ['DisableTaskMgr', 'DisableLockWorkstation', 'DisableChangePassword', 'NoLogoff']

/** The quoted words of a table of the script. */
function words(name: string): string[] {
  const body = new RegExp(`^\\$${name} = @\\(([\\s\\S]*?)\\)$`, 'm').exec(script)?.[1] ?? ''
  return [...body.matchAll(/'([^']+)'/g)].map(([, word]) => word as string)
}
/** Path, name and value of a table of rows. */
function rows(name: string): { path: string; name: string; value: string }[] {
  const body = new RegExp(`^\\$${name} = @\\(\\n([\\s\\S]*?)^\\)`, 'm').exec(script)?.[1] ?? ''
  return [...body.matchAll(/@\('([^']+)', '([^']+)', ('?\w+'?)\)/g)].map(
    ([, path = '', of = '', value = '']) => ({
      path,
      name: of,
      value,
    }),
  )
}
/** Names and values of an ordered table. */
function pairs(name: string): Record<string, string> {
  const body = new RegExp(`^\\$${name} = \\[ordered\\]@\\{([\\s\\S]*?)\\}`, 'm').exec(script)?.[1] ?? ''
  return Object.fromEntries(
    [...body.matchAll(/(\w+)\s*= ('[^']*'|\$\w+)/g)].map(([, key, value]) => [key, value]),
  )
}

describe('the keyboard filter', () => {
  test('knows every chord by the name that Windows has for it', () => {
    expect(words('chords').length).toBeGreaterThan(60)
    expect(words('chords').filter((chord) => !predefined.has(chord))).toEqual([])
    expect(new Set(words('chords')).size).toBe(words('chords').length)
    // What is predefined is never added as a key of one's own: it would be added anew at each run.
    expect(words('customChords').filter((chord) => predefined.has(chord))).toEqual([])
  })

  test('stops all that leads out; letters, copying and sound stay', () => {
    const left = [...predefined].filter((chord) => !words('chords').includes(chord))
    expect(left.toSorted()).toEqual(
      ['Alt', 'Ctrl', 'Escape', 'MediaNext', 'MediaPlayPause', 'MediaPrev', 'MediaStop', 'Shift', 'VolumeDown', 'VolumeMute', 'VolumeUp'], // prettier-ignore
    )
  })

  test('has no breakout key and leaves the technician his keys', () => {
    expect(pairs('filterSettings')).toEqual({
      DisableKeyboardFilterForAdministrators: "'true'",
      ForceOffAccessibility: "'true'",
      BreakoutKeyScanCode: "'0'",
    })
  })
})

test('policies of a person go to the account’s own hive, those of the machine to HKLM', () => {
  const names = (table: string): string[] => rows(table).map(({ name }) => name)
  expect(names('person')).toEqual(expect.arrayContaining(ofAPerson))
  expect(names('machine').filter((name) => ofAPerson.includes(name))).toEqual([])
  expect(
    rows('person')
      .filter(({ path }) => path.startsWith('Control Panel'))
      .map(({ name, value }) => [name, value]),
  ).toEqual(Array.from({ length: 5 }, () => ['Flags', "'0'"]))
  expect(rows('machine')).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ name: 'NoDriveTypeAutoRun', value: '255' }),
      expect.objectContaining({ name: 'Deny_Execute', value: '1' }),
      expect.objectContaining({ name: 'DisablePrivacyExperience', value: '1' }),
      expect.objectContaining({ name: 'EnableFirstLogonAnimation', value: '0' }),
    ]),
  )
  expect(pairs('logon')).toMatchObject({ AutoAdminLogon: "'1'", IgnoreShiftOverride: "'1'" })
})

test('each table is set, and undone, by the same names', () => {
  const [undo = '', setUp = ''] = script.slice(script.indexOf('if ($Undo) {')).split('# --- 1 the edition')
  for (const table of ['chords', 'customChords', 'filterSettings', 'machine', 'person', 'logon'])
    for (const [part, text] of Object.entries({ undo, setUp }))
      expect([table, part, new RegExp(`foreach \\(\\$\\w+ in \\$${table}(\\.Keys)?\\)`).test(text)]).toEqual([
        table,
        part,
        true,
      ])
  // What is kept before it is changed is looked up again by the same key.
  const kept = new Set(
    [...script.matchAll(/Keep ["']([a-z ]+?)(?: [$A-Z]|["'])/g)].map(([, kind = '']) => kind),
  )
  expect([...kept].toSorted()).toEqual(
    ['chord', 'count', 'custom', 'feature', 'filter', 'launcher', 'power', 'power plan'], // prettier-ignore
  )
  for (const kind of [...kept, 'machine', 'logon', 'person'])
    expect([kind, new RegExp(`["']${kind}(["']| [$A-Z])`).test(undo)]).toEqual([kind, true])
})

test('what was done is looked at again, and undoing goes on where the account is gone', () => {
  const ensure = /^function Ensure[\s\S]*?^}/m.exec(script)?.[0] ?? ''
  expect(ensure.indexOf('& $Do')).toBeGreaterThan(0)
  expect(ensure.lastIndexOf('& $Test')).toBeGreaterThan(ensure.indexOf('& $Do'))
  const undo = script.slice(script.indexOf('if ($Undo) {'), script.indexOf('# --- 1 the edition'))
  expect(undo).not.toContain('(Get-LocalUser $Account).SID')
  // What the filter and the launcher hold can be undone only while they are there.
  expect(undo.indexOf('Disable-WindowsOptionalFeature')).toBeGreaterThan(undo.indexOf('WEKF_Settings'))
})

test('the machine stays awake: screen, disk, lid, sleep button; the power button shuts down', () => {
  const body = /^\$power = @\(\n([\s\S]*?)^\)/m.exec(script)?.[1] ?? ''
  const settings = [...body.matchAll(/@\('(\w+)', '(\w+)', (\d)\)/g)].map(([, group, name, value]) => [
    group,
    name,
    value,
  ])
  expect(settings).toEqual([
    ['SUB_VIDEO', 'VIDEOIDLE', '0'],
    ['SUB_DISK', 'DISKIDLE', '0'],
    ['SUB_SLEEP', 'STANDBYIDLE', '0'],
    ['SUB_SLEEP', 'HIBERNATEIDLE', '0'],
    ['SUB_BUTTONS', 'LIDACTION', '0'],
    ['SUB_BUTTONS', 'SBUTTONACTION', '0'],
    ['SUB_BUTTONS', 'PBUTTONACTION', '3'],
  ])
})

test('it runs in the PowerShell that has WMI classes, and says what an edition lacks', () => {
  expect(script).toMatch(/^#Requires -PSEdition Desktop$/m)
  expect(script).toMatch(/^#Requires -RunAsAdministrator$/m)
  expect(script.indexOf('This edition of Windows has no')).toBeLessThan(
    script.indexOf('Enable-WindowsOptionalFeature'),
  )
  // PowerShell 5.1 reads a script without a mark as ANSI: Chinese would be lost.
  expect(script.codePointAt(0)).toBe(0xfe_ff)
  expect(script.match(/\{/g)?.length).toBe(script.match(/\}/g)?.length)
  expect(script.match(/\(/g)?.length).toBe(script.match(/\)/g)?.length)
})
