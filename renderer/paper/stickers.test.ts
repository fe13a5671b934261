import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import en from '#locales/stickers/en.json'
import zh from '#locales/stickers/zh-CN.json'
import { drawerNames, moodStickers, stickerDrawers } from './stickers.ts'

const require = createRequire(import.meta.url)
const all = Object.values(stickerDrawers).flat()

it('each sticker lies in one drawer, is drawn, and has a name in both languages that no other one has', () => {
  const drawn = (require('@iconify-json/fluent-emoji-flat/icons.json') as { icons: object }).icons
  expect(new Set<string>(all).size).toBe(all.length)
  for (const name of [...all, ...Object.values(moodStickers)]) expect(drawn).toHaveProperty([name])
  for (const words of [en, zh]) {
    expect(Object.keys(words.name).toSorted()).toEqual(all.toSorted())
    expect(Object.keys(words.kind).toSorted()).toEqual(drawerNames.toSorted())
    const names = Object.values(words.name)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  }
})
