import { Door, HillMark, HomeScene, Letters, Pager, Pill, PinyinContext, SideChoices, SkyLand, Speak, Tile, segments, type SkyState } from '../child.ts' // prettier-ignore
import { children } from './samples.ts'

const nothing = () => {}
const rabbit = { animal: 'rabbit', tone: 'coral' } as const

export type HomeVariant = 'home' | 'home-morning' | 'home-gold' | 'home-dusk' | 'home-last' | 'home-rest' | 'home-paused' | 'home-pinyin' | 'home-en' // prettier-ignore

const skies: Readonly<Record<HomeVariant, SkyState>> = {
  home: { passed: 0.36, minutesLeft: 19 },
  'home-morning': { passed: 0.05, minutesLeft: 29 },
  'home-gold': { passed: 0.8, minutesLeft: 6 },
  'home-dusk': { passed: 0.9, minutesLeft: 3 },
  'home-last': { passed: 0.98, minutesLeft: 1 },
  'home-rest': { passed: 0.6, minutesLeft: 12, resting: true },
  'home-paused': { passed: 0.36, minutesLeft: 19 },
  'home-pinyin': { passed: 0.72, minutesLeft: 8 },
  'home-en': { passed: 0.36, minutesLeft: 19 },
}

const readings: Readonly<Record<string, string>> = {
  打: 'dǎ', 电: 'diàn', 话: 'huà', 边: 'biān', 玩: 'wán', 学: 'xué', 我: 'wǒ', 的: 'de', 日: 'rì', 记: 'jì',
} // prettier-ignore

export function HomeGallery({ variant }: { readonly variant: HomeVariant }) {
  const en = variant === 'home-en'
  const words = en
    ? {
        call: 'Call family',
        learn: 'Play and learn',
        diary: 'My diary',
        me: 'Me',
        help: 'Ask a teacher',
        leave: 'Leave',
      }
    : { call: '打电话', learn: '边玩边学', diary: '我的日记', me: '我', help: '叫老师', leave: '离开' }
  const later = variant === 'home-paused' ? { paused: '等一会儿' } : {}
  const lamp = variant === 'home' || en ? { lantern: '妈妈有新留言' } : {}
  return (
    <div lang={en ? 'en' : 'zh-CN'} className="gallery-root">
      <PinyinContext
        value={
          variant === 'home-pinyin' ? (text) => segments(text).map((part) => readings[part] ?? '') : undefined
        }
      >
        <HomeScene
          sky={<SkyLand {...skies[variant]} label="还有很多时间" />}
          face={rabbit}
          name={en ? 'Lin Xiaoyu' : '林小雨'}
          greeting={en ? 'Good afternoon!' : '下午好！'}
          tools={
            <>
              <Pill label={words.help} icon="hand-waving" onPress={nothing} />
              <Pill label={words.leave} icon="door-open" onPress={nothing} />
            </>
          }
        >
          <Door kind="call" label={words.call} speakLabel={words.call} onOpen={nothing} {...lamp} />
          <Door kind="learn" label={words.learn} speakLabel={words.learn} onOpen={nothing} {...later} />
          <Door kind="diary" label={words.diary} speakLabel={words.diary} onOpen={nothing} />
          <Door kind="me" label={words.me} speakLabel={words.me} onOpen={nothing} face={rabbit} />
        </HomeScene>
      </PinyinContext>
    </div>
  )
}

const grades = [
  { id: 'all', label: '全部', picture: 'houses' },
  { id: '1', label: '一年级', picture: 'seedling' },
  { id: '2', label: '二年级', picture: 'herb' },
  { id: '3', label: '三年级', picture: 'sunflower' },
  { id: '4', label: '四年级', picture: 'tree' },
  { id: '5', label: '五年级', picture: 'tangerine' },
  { id: '6', label: '六年级', picture: 'kite' },
] as const

const letters = Array.from('CDFGHKLMPQSTWXYZ', (letter) => ({
  letter,
  children: 'CXL'.includes(letter) ? 20 : 6,
}))

export function WhoGallery() {
  return (
    <div className="child gallery-tall">
      <header className="top">
        <div className="top-left">
          <HillMark />
          <h1>你好！点一点你自己</h1>
          <Speak text="你好！点一点你自己" label="读给我听" />
        </div>
        <span />
        <div className="top-right">
          <Pill label="叫老师" icon="hand-waving" onPress={nothing} />
        </div>
      </header>
      <main className="gallery-who">
        <SideChoices label="年级" items={grades} chosen="all" onChoose={nothing} />
        <div>
          <div>
            <Letters label="姓的拼音" allLabel="全部" letters={letters} chosen={[]} onChoose={nothing} />
          </div>
          <ul className="faces">
            {children.map(([name, pinyin, animal, tone], index) => (
              <li key={name}>
                <Tile
                  face={{ animal, tone }}
                  name={name}
                  pinyin={pinyin}
                  label={name}
                  onPick={nothing}
                  turn={index === 0}
                  message={[2, 7, 15].includes(index)}
                />
              </li>
            ))}
          </ul>
        </div>
      </main>
      <Pager page={0} pages={7} onPage={nothing} previousLabel="上一页" nextLabel="下一页" label="第 1 页" />
    </div>
  )
}
