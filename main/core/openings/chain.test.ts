import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { anchorOf, checkChain, linkAfter, type Link } from './chain.ts'

const chainOf = (entries: readonly string[]): Link[] =>
  entries.reduce<Link[]>((links, entry) => [...links, linkAfter('s', links.at(-1), entry)], [])
const entries = fc.array(fc.string(), { minLength: 1, maxLength: 12 })

it('is whole as it was written, whatever stands in it', () => {
  fc.assert(
    fc.property(entries, (written) => {
      const links = chainOf(written)
      expect(checkChain('s', links, links.map(anchorOf))).toMatchObject({
        whole: true,
        entries: written.length,
      })
    }),
  )
})

it('says where it breaks: a changed entry, one that is missing, a place that was swapped, an end that was cut off', () => {
  fc.assert(
    fc.property(entries, fc.nat(11), fc.string(), (written, place, other) => {
      const links = chainOf(written)
      const anchor = anchorOf(links.at(-1)!)
      const at = place % links.length
      const broken = (what: readonly Link[]) => checkChain('s', what, [anchor])
      if (other !== written[at])
        expect(broken(links.with(at, { ...links[at]!, entry: other }))).toMatchObject({
          whole: false,
          number: at + 1,
        })
      expect(broken(links.toSpliced(at, 1))).toMatchObject({ whole: false, number: at + 1 })
      expect(broken(links.slice(0, at))).toEqual({ whole: false, number: at + 1, fault: 'cut-off' })
      // All of it written anew after a change: the anchor does not fit.
      if (other !== written[at]) expect(broken(chainOf(written.with(at, other))).whole).toBe(false)
      // Written anew up to its end, with the settings changed as well: what an older backup kept does not fit.
      const anew = chainOf(written.with(at, `${written[at]}!`))
      for (const older of links.slice(at))
        expect(checkChain('s', anew, [anchorOf(anew.at(-1)!), anchorOf(older)]).whole).toBe(false)
      expect(checkChain('another seat', links).whole).toBe(false)
    }),
  )
})
