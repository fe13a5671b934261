import './tokens.css'
import './fonts-child.css'
import './base.css'

// The design system of a child's window. Words come as props; whoever uses it sets `lang` on <html>.
export { AnswerField, Beads, KeyPad, TenFrames } from './child/sums.tsx'
export { BigKeys, PictureSlots } from './child/password.tsx'
export { Dots, GoButton, Pill, RoundButton } from './child/buttons.tsx'
export { Door, type DoorKind } from './child/door.tsx'
export { Face } from './child/face.tsx'
export { HomeScene, House } from './child/house.tsx'
export { Letters, Pager, SideChoices, type Choice } from './child/choices.tsx'
export { Loading, SayCard } from './child/say.tsx'
export { Road } from './child/road.tsx'
export { SkyLand } from './child/sky-land.tsx'
export { GoodbyeScene, HillScene } from './child/scenes.tsx'
export { Speak, SpokenText } from './child/speak.tsx'
export { Tile } from './child/tile.tsx'
export { TopBar } from './child/top-bar.tsx'
export { Bamboo, BambooStand } from './drawings/bamboo.tsx'
export { Abacus, Notebook, Phone } from './drawings/door-heroes.tsx'
export { HillMark, Hills, Mark } from './drawings/land.tsx'
export { Lantern } from './drawings/lantern.tsx'
export { Swallow } from './drawings/swallow.tsx'
export { Icon } from './icon.tsx'
export { Picture } from './picture.tsx'
export { pageCount, pageOf } from './pages-rules.ts'
export { PinyinContext, usePinyin, type PinyinOf } from './pinyin.ts'
export { segments } from './segments.ts'
export { skyLight, type SkyState } from './sky-rules.ts'
export {
  createSpeaker,
  SpeakerContext,
  useSpeech,
  useSpoken,
  type Speaker,
  type Synthesize,
} from './speech.ts'
export type { IconName, PictureName } from './sprite/names.ts'
