import { describe, expect, it } from 'vitest'
import { windowVoice } from './window-voice-rules.ts'

const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)'
const linux = 'Mozilla/5.0 (X11; Linux x86_64)'
const local = (lang: string) => ({ lang, localService: true })
const chosen = (langs: readonly string[], lang: string, agent = windows) =>
  windowVoice(langs.map(local), lang, agent)?.lang

describe('the window’s own voice', () => {
  it.each(['zh-CN', 'zh_CN', 'zh-Hans', 'zh-Hans-CN', 'cmn-CN', 'cmn', 'cmn-Hans-CN'])(
    'reads Chinese with %s',
    (lang) => expect(chosen(['en-US', lang], 'zh-CN')).toBe(lang),
  )

  it.each(['zh-HK', 'zh-TW', 'zh-Hant', 'yue-CN', 'en-US', 'ja-JP', 'zh'])(
    'reads no Chinese with %s',
    (lang) => expect(chosen([lang], 'zh-CN')).toBeUndefined(),
  )

  it('reads English with any English, and with nothing else', () => {
    expect(chosen(['zh-CN', 'en_GB'], 'en')).toBe('en_GB')
    expect(chosen(['zh-CN', 'eno'], 'en')).toBeUndefined()
  })

  it('takes no voice of the network', () => {
    expect(windowVoice([{ lang: 'zh-CN', localService: false }], 'zh-CN', windows)).toBeUndefined()
  })

  it('takes none on Linux, where they spell Chinese', () => {
    expect(chosen(['zh-CN'], 'zh-CN', linux)).toBeUndefined()
    expect(chosen(['en-US'], 'en', linux)).toBeUndefined()
  })
})
