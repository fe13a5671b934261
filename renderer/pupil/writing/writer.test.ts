import { describe, expect, it } from 'vitest'
import { readWhole } from './dictionary-rules.ts'
import { createMemory } from './memory-rules.ts'
import type { SessionWriting } from './session-writing.ts'
import { createWriter } from './writer.ts'

const dictionary = readWhole("hao好*号:\nma妈0吗1\nma'ma妈妈%\nni你'\nni'hao你好*\n\n^\t你$")

function desk(latinAtFirst = false) {
  let latin = latinAtFirst
  let text = ''
  const session: SessionWriting = {
    memory: createMemory(),
    latin: () => latin,
    setLatin: (next) => {
      latin = next
    },
  }
  const writer = createWriter(session)
  writer.attach({
    before: () => text,
    insert: (more) => {
      text += more
    },
    arrange: (_letters, candidates) => candidates,
  })
  const key = (name: string, more = {}) =>
    writer.press({ key: name, ctrlKey: false, altKey: false, metaKey: false, isComposing: false, ...more })
  return { writer, key, type: (keys: string) => Array.from(keys, (one) => key(one)), text: () => text }
}

describe('a writer', () => {
  it('puts into the field only what was chosen', () => {
    const { writer, type, key, text } = desk()
    writer.give(dictionary)
    expect(type('nihao')).toEqual([true, true, true, true, true])
    expect(text()).toBe('')
    expect(writer.view().shown[0]?.text).toBe('你好')
    key(' ')
    expect(text()).toBe('你好')
    expect(key(' ')).toBe(false)
  })

  it('shows the syllables as the first candidate reads them', () => {
    const { writer, type } = desk()
    writer.give(readWhole("hen很5\nai爱5\nhe和#\nnai奶5\nhe'nai'nai和奶奶#\n\n^\t和$"))
    type('henainai')
    expect(writer.view().syllables).toEqual(['he', 'nai', 'nai'])
  })

  it('goes on with the rest after a part was chosen', () => {
    const { writer, type, key, text } = desk()
    writer.give(dictionary)
    type('nihao')
    const place = writer.view().shown.findIndex(({ text: word }) => word === '你')
    key(`${place + 1}`)
    expect(text()).toBe('你')
    expect(writer.view().composition.letters).toBe('hao')
    key('Escape')
    expect(writer.view().composition.letters).toBe('')
    expect(text()).toBe('你')
  })

  it('writes Chinese marks, after the likeliest word where one waits', () => {
    const { writer, type, text } = desk()
    writer.give(dictionary)
    type('mama,')
    type('?')
    expect(text()).toBe('妈妈，？')
  })

  it('lets the letters through by Enter, and takes the last back', () => {
    const { writer, type, key, text } = desk()
    writer.give(dictionary)
    type('max')
    key('Backspace')
    key('Enter')
    expect(text()).toBe('ma')
    expect(key('Backspace')).toBe(false)
    expect(key('Enter')).toBe(false)
  })

  it('leaves chords, capitals, and keys of the system’s method alone', () => {
    const { writer, key } = desk()
    writer.give(dictionary)
    expect(key('a', { ctrlKey: true })).toBe(false)
    expect(key('A')).toBe(false)
    expect(key('Process')).toBe(false)
    expect(key('n', { isComposing: true })).toBe(false)
    writer.systemComposes()
    expect(key('n')).toBe(false)
    expect(writer.view().system).toBe(true)
  })

  it('writes letters once the child asks for them', () => {
    const { writer, key } = desk()
    writer.toggleLatin()
    expect(key('n')).toBe(false)
    expect(key(',')).toBe(false)
  })

  it('keeps letters that come before the dictionary is here', () => {
    const { writer, type } = desk()
    type('ni')
    expect(writer.view()).toMatchObject({ dictionary: 'waits', shown: [] })
    writer.give(dictionary)
    expect(writer.view().shown[0]?.text).toBe('你')
  })

  it('lets go of half a word when the field is left', () => {
    const { writer, type, text } = desk()
    writer.give(dictionary)
    type('nih')
    writer.drop()
    expect(writer.view().composition.letters).toBe('')
    expect(text()).toBe('')
  })
})
