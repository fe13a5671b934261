import { fakeDevices } from '../parent-phones.ts'
import type { Camera } from './camera.ts'
import { pupils, roomIn } from './rooms.ts'
import { at, goTo, press, seat, visit, type VisitParts } from './visit.ts'

/** Voices and photographs of a page, and the idea of the day. */
export function diaryMedia(camera: Camera, template: string, parts: VisitParts): Promise<void> {
  const { say, shot, stretch, lang } = camera
  const prepare = (userData: string) => roomIn(userData, template, lang)
  return visit(camera, { ...parts, prepare, args: fakeDevices }, async ({ window }) => {
    const pupil = await window('pupil')
    await pupil.locator('.tile').first().waitFor()
    await stretch('a voice on a page', async () => {
      await seat(pupil, pupils.fresh)
      await goTo(pupil, 'diary')
      await press(pupil, say('diary.new'))
      await pupil.locator('.paper-cards').waitFor()
      await press(pupil, say('diary.papers.begin'))
      await at(pupil, 'diary-page')
      await pupil.locator('.bulb.is-strip p').waitFor()
      await shot(pupil, 'diary-idea')
      await press(pupil, say('diary.tool.write'))
      await pupil.locator('.bulb.is-card .bulb-words').waitFor()
      await shot(pupil, 'diary-idea-card')
      await press(pupil, say('diary.tool.voice'))
      await pupil.locator('.recorder .go:not(.is-busy)').waitFor()
      await shot(pupil, 'diary-voice-ready')
      await press(pupil, say('message.record.start'))
      await pupil.locator('.rec-dot').waitFor()
      await new Promise((spoken) => setTimeout(spoken, 2500))
      await shot(pupil, 'diary-voice')
      await press(pupil, say('message.record.stop'))
      await pupil.locator('.recorder .page-voice').waitFor()
      await shot(pupil, 'diary-voice-said')
      await press(pupil, say('diary.voice.take'))
      await pupil.locator('.page-voices .page-voice').waitFor()
    })
    await stretch('a photograph on a page', async () => {
      await press(pupil, say('diary.tool.photo'))
      await pupil.locator('.finder video').waitFor()
      await shot(pupil, 'diary-photo')
      await press(pupil, say('diary.photo.shoot'))
      await pupil.locator('.photo-print img').waitFor()
      await shot(pupil, 'diary-photo-taken')
      await press(pupil, say('diary.photo.take'))
      await pupil.locator('.hold-bar').waitFor()
      await shot(pupil, 'diary-photo-held')
    })
  })
}
