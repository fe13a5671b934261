import type { Page } from '@playwright/test'
import { makeCertificates, type CertificateKind } from './certificates.ts'
import { expect, test } from './fixture.ts'
import { familyOf } from './family.ts'
import { begin, openRoom, signIn } from './open-room.ts'
import { serverWithoutEngines } from './server-process.ts'
import { openPage } from './staff-ways.ts'

const panel = (staff: Page) => staff.locator('.call-server')
const picture = (page: Page, name: string) => page.screenshot({ path: test.info().outputPath(`${name}.png`) })

/** The page asks each quarter of a minute. */

/** A server over TLS that shows another certificate each time it is started, at the same address. */
async function tlsServer() {
  const server = await serverWithoutEngines(null)
  const certificates = makeCertificates(server.folder)
  return {
    believed: certificates.believed,
    async show(kind: CertificateKind): Promise<void> {
      await server.stop()
      await server.start(certificates.of(kind))
    },
    addRoom: () => server.addRoom(),
    close: () => server.close(),
  }
}

test('staff read whether the clock or the certificate keeps the call server away, and join when it is right', async ({
  launch,
}) => {
  const server = await tlsServer()
  try {
    await server.show('stranger')
    const line = server.addRoom()
    process.env['NODE_EXTRA_CA_CERTS'] = server.believed
    const app = await launch().finally(() => delete process.env['NODE_EXTRA_CA_CERTS'])
    const pupil = await openRoom(app)
    const staff = await signIn(app, pupil)
    await openPage(staff, '设置')

    const joinAs = async (kind: CertificateKind) => {
      await server.show(kind)
      await panel(staff).getByLabel('接入信息').fill(line)
      await panel(staff).getByRole('button', { name: '接上' }).click()
    }
    for (const [kind, words] of [
      ['stranger', '不认识通话服务器的证书，所以没有连接'],
      ['future', '多半是这台电脑的日期不对'],
      ['old', '请让技术员看看服务器的证书是不是过期了'],
    ] as const)
      await test.step(`joining a server whose certificate is ${kind}`, async () => {
        await joinAs(kind)
        await expect(panel(staff).getByRole('status')).toContainText(words)
        await picture(staff, `joining-${kind}`)
      })

    await test.step('the same line joins once the certificate is good', async () => {
      await joinAs('good')
      await expect(panel(staff).getByText('通着')).toBeVisible()
    })

    const { childId } = await familyOf(staff)
    await begin(pupil, { childId })
    await pupil.locator('.door').first().click()
    for (const [kind, chip, words] of [
      ['future', '时间对不上', '请先把日期和时间调好'],
      ['stranger', '证书不被信任', '请技术员检查地址和证书'],
    ] as const)
      await test.step(`joined, and then the certificate is ${kind}`, async () => {
        await server.show(kind)
        await expect(panel(staff).getByText(chip, { exact: true })).toBeVisible()
        await expect(panel(staff).getByText(words)).toBeVisible()
        await expect(pupil.getByText('电话现在打不通，叫老师来看看。不是你的错。')).toBeVisible()
        await picture(staff, `joined-${kind}`)
        await picture(pupil, `child-${kind}`)
      })

    await test.step('and is good again', async () => {
      await server.show('good')
      await panel(staff).getByRole('button', { name: '再看一看' }).click()
      await expect(panel(staff).getByText('通着')).toBeVisible()
    })
  } finally {
    await server.close()
  }
})
