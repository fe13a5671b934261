import { describe, expect, it } from 'vitest'
import { ok } from '#core/kernel/result.ts'
import { createContactsService } from './service.ts'
import { family, hash } from './test-family.fixture.ts'
import { testServer } from './test-server.fixture.ts'

const settle = () => new Promise((done) => setImmediate(done))

describe('the call server', () => {
  it('is refused plainly where there is none', async () => {
    const { contacts, childId, mumId, of } = family()
    const none = { error: { code: 'no-call-server' } }
    expect(await contacts.invitations.invite(of(mumId))).toMatchObject(none)
    expect(await contacts.invitations.devices(childId)).toMatchObject(none)
    expect(await contacts.publishing.publish()).toMatchObject(none)
  })

  it('hears of each change by itself, in versions, and of nothing twice', async () => {
    const { server, link } = testServer()
    const { contacts, children, childId, mumId, word, of } = family(link)
    await settle()
    contacts.decide(of(mumId), word(true))
    await settle()
    expect(server.held?.contacts).toMatchObject([{ called: '妈妈', phones: ['+8613800000001'] }])
    const came = server.came.length
    await contacts.publishing.publish()
    contacts.recheck()
    await settle()
    expect(server.came).toHaveLength(came)
    children.change({ id: childId, name: '林大雨', classLabel: '2.1', number: null, birthday: null })
    contacts.recheck()
    await settle()
    expect(server.held?.children).toMatchObject([{ given: '大雨' }])
    contacts.decide(of(mumId), word(false))
    await settle()
    expect(server.held).toMatchObject({ children: [], contacts: [] })
    expect(server.came).toEqual(server.came.toSorted((one, other) => one - other))
  })

  it('is told later what it missed, also after a restart', async () => {
    const { server, link } = testServer()
    server.away = true
    const { ground, contacts, childId, mumId, word, of } = family(link)
    contacts.decide(of(mumId), word(true))
    await settle()
    expect(contacts.family(childId)).toMatchObject({ value: { published: { server: true, due: true } } })
    const again = createContactsService(ground, {
      media: { keep: async () => ok(hash) },
      school: () => '第一小学',
      link: () => link,
    })
    server.away = false
    expect(await again.publishing.publish()).toMatchObject({ ok: true, value: { due: false } })
    expect(server.held?.contacts).toHaveLength(1)
  })

  it.each([1, 41])('learns from another seat that was ahead with version %i', async (version) => {
    const { server, link } = testServer()
    server.held = { room: '', version, school: '', children: [], contacts: [] }
    const { contacts, mumId, word, of } = family(link)
    contacts.decide(of(mumId), word(true))
    expect(await contacts.publishing.publish()).toMatchObject({ value: { due: false } })
    expect(server.held?.version).toBeGreaterThan(version)
    expect(server.held?.contacts).toHaveLength(1)
  })

  it('invites whom a guardian agreed to, and takes links and devices back', async () => {
    const { server, link } = testServer()
    const { contacts, childId, mumId, granId, word, of } = family(link)
    expect(await contacts.invitations.invite(of(mumId))).toMatchObject({ error: { code: 'no-consent' } })
    contacts.decide(of(mumId), word(true))
    const invited = await contacts.invitations.invite(of(mumId))
    expect(invited).toMatchObject({ ok: true, value: { link: expect.stringContaining('#') } })
    const id = invited.ok ? invited.value.id : ''
    expect(await contacts.invitations.revoke(of(granId), id)).toMatchObject({ error: { code: 'not-found' } })
    expect(await contacts.invitations.revoke(of(mumId), id)).toEqual(ok(undefined))
    expect(await contacts.invitations.open(of(mumId))).toEqual(ok([]))
    server.devices = [{ id: 'd', contact: mumId, name: 'Android', pairedAt: 1, seenAt: 1 }]
    expect(await contacts.invitations.paired()).toEqual(ok([{ childId, devices: 1 }]))
    expect(await contacts.invitations.revokeDevice(of(granId), 'd')).toMatchObject({
      error: { code: 'not-found' },
    })
    expect(await contacts.invitations.revokeDevice(of(mumId), 'd')).toEqual(ok(undefined))
    expect(await contacts.invitations.devices(childId)).toEqual(ok([]))
  })
})
