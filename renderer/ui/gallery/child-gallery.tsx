import { AnswerField, Bamboo, Beads, BigKeys, GoButton, HillScene, KeyPad, Pager, PictureSlots, Pill, Road, RoundButton, SayCard, Speak, SpokenText, TenFrames, Tile, TopBar } from '../child.ts' // prettier-ignore
import { LoadingView } from '../child/say.tsx'
import { SpeakerContext, createSpeaker } from '../speech.ts'
import { speakerAt } from './samples.ts'

const nothing = () => {}
const rabbit = { animal: 'rabbit', tone: 'coral' } as const
const owl = { animal: 'owl', tone: 'sand' } as const
const lin = { face: rabbit, name: '林小雨', pinyin: 'lín xiǎoyǔ', label: '林小雨', onPick: nothing }
const drawn =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'%3E%3Cpath fill='%23bfe0f1' d='M0 0h8v8H0z'/%3E%3Ccircle cx='4' cy='3.4' r='1.6' fill='%23a56953'/%3E%3Cpath fill='%2322693f' d='M1 8q3-4 6 0z'/%3E%3C/svg%3E"

export function ChildControls() {
  return (
    <div className="child sheet-page">
      <main>
        <section>
          <h2>按钮</h2>
          <ul className="states">
            <li>
              <GoButton label="开始" onPress={nothing} />
              <span>平常</span>
            </li>
            <li>
              <GoButton label="开始" onPress={nothing} className="is-hover" />
              <span>指着</span>
            </li>
            <li>
              <GoButton label="开始" onPress={nothing} className="is-pressed" />
              <span>按下</span>
            </li>
            <li>
              <GoButton label="开始" onPress={nothing} className="is-focus" />
              <span>键盘选中</span>
            </li>
            <li>
              <GoButton label="开始" onPress={nothing} disabled />
              <span>不能用</span>
            </li>
            <li>
              <GoButton label="开始" onPress={nothing} busy busyLabel="等一等" />
              <span>等一等</span>
            </li>
            <li>
              <Pill label="叫老师" icon="hand-waving" onPress={nothing} />
              <span>平常</span>
            </li>
            <li>
              <Pill label="画画" picture="palette" pressed onPress={nothing} />
              <span>选中</span>
            </li>
            <li>
              <SpeakerContext value={speakerAt('读', 0)}>
                <Speak text="读" label="正在读" />
              </SpeakerContext>
              <span>正在读</span>
            </li>
          </ul>
        </section>
        <section>
          <h2>头像卡</h2>
          <ul className="states">
            <TileState name="平常" tile={<Tile {...lin} />} />
            <TileState name="该你啦" tile={<Tile {...lin} turn />} />
            <TileState name="有留言" tile={<Tile {...lin} message />} />
            <TileState name="别处在用" tile={<Tile {...lin} inUse />} />
            <TileState
              name="名字很长"
              tile={<Tile {...lin} face={owl} name="欧阳上官文" pinyin="ōuyáng shàngguānwén" />}
            />
            <TileState
              name="照片"
              tile={<Tile {...lin} face={{ ...rabbit, photo: drawn }} name="𠮷㛃" pinyin="" />}
            />
            <TileState
              name="四十个字"
              tile={<Tile {...lin} name={'买买提'.repeat(13)} pinyin={'mǎi'.repeat(20)} />}
            />
          </ul>
        </section>
        <section>
          <h2>不用字的时间</h2>
          <ul className="states roads">
            <li>
              <Road passed={0.06} minutesLeft={28} label="还有很多时间" />
              <span>刚开始</span>
            </li>
            <li>
              <Road passed={0.5} minutesLeft={15} label="还有很多时间" />
              <span>一半</span>
            </li>
            <li>
              <Road passed={0.84} minutesLeft={6} label="还有 6 分钟" />
              <span>快完了</span>
            </li>
            <li>
              <Road passed={0.9} minutesLeft={5} label="还有 5 分钟" />
              <span>还有五分钟</span>
            </li>
            <li>
              <Road passed={0.98} minutesLeft={1} label="还有 1 分钟" />
              <span>还有一分钟</span>
            </li>
          </ul>
        </section>
        <section className="says">
          <SayCard kind="empty" title="这里还空着" hint="画第一张画吧" />
          <SayCard kind="offline" title="今天网络在休息" hint="玩和日记都可以，电话等会儿再打" />
          <SayCard
            kind="error"
            title="这个打不开"
            hint="你做的都存好了"
            action={{ label: '再试一次', onPress: nothing }}
          />
        </section>
      </main>
    </div>
  )
}

function TileState({ name, tile }: { readonly name: string; readonly tile: React.ReactNode }) {
  return (
    <li>
      <div className="tile-box">{tile}</div>
      <span>{name}</span>
    </li>
  )
}

export function ChildCountdown() {
  const states = [
    [0.06, 28], [0.3, 20], [0.5, 15], [0.84, 6], [0.85, 5], [0.88, 4], [0.92, 3], [0.95, 2], [0.98, 1], [1, 0],
  ] as const // prettier-ignore
  return (
    <div className="child sheet-page">
      <main>
        <ul className="states">
          {states.map(([passed, minutesLeft]) => (
            <li key={passed}>
              <Road passed={passed} minutesLeft={minutesLeft} label={`${minutesLeft}`} />
            </li>
          ))}
          <li>
            <Road passed={0.5} minutesLeft={4} resting label="休息" />
          </li>
        </ul>
        <div className="gallery-row">
          <LoadingView label="等一等" shape="tiles" stage="shape" />
          <LoadingView label="等一等" shape="cards" stage="word" />
          <SpeakerContext value={speakerAt('今天想做什么', 2)}>
            <h1>
              <SpokenText>今天想做什么</SpokenText>
            </h1>
          </SpeakerContext>
        </div>
      </main>
    </div>
  )
}

const speaker = createSpeaker()

export function ChildLearning() {
  return (
    <SpeakerContext value={speaker}>
      <div className="child d-learn">
        <TopBar
          whose={{ face: rabbit, name: '小雨' }}
          home={{ label: '回到四扇门', onPress: nothing }}
          middle={<Road passed={0.34} minutesLeft={21} label="还有 21 分钟" />}
          tools={<Pill label="叫老师" icon="hand-waving" onPress={nothing} />}
        />
        <main className="gallery-row">
          <section className="card">
            <Beads of={10} at={3} label="第 4 题，一共 10 题" />
            <p className="ask-sum">
              <span>8</span>
              <i>＋</i>
              <AnswerField value="1" label="你的答案" />
            </p>
            <AnswerField value="15" label="你的答案" state="right" />
            <TenFrames first={8} second={7} label="8 个，再加 7 个" />
            <TenFrames first={15} away={7} label="15 个，拿走 7 个" />
            <Bamboo joints={3} label="长到第 3 节" />
            <Bamboo joints={0} label="长到第 0 节" />
          </section>
          <KeyPad
            label="数字"
            wipeLabel="擦掉"
            doneLabel="好了"
            onDigit={nothing}
            onWipe={nothing}
            onDone={nothing}
          />
          <HillScene>
            <PictureSlots filled={['sunflower']} label="点了一张，还有两张" />
            <BigKeys
              label="图"
              keys={(['sunflower', 'fish', 'apple', 'kite', 'bicycle', 'umbrella', 'moon', 'watermelon', 'butterfly', 'football', 'key', 'boat'] as const).map((name) => ({ name, label: name }))} // prettier-ignore
              onPick={nothing}
            />
            <Pager
              page={3}
              pages={7}
              onPage={nothing}
              previousLabel="上一页"
              nextLabel="下一页"
              label="第 4 页"
              lit={{ previous: false, next: true }}
            />
            <RoundButton label="回家" icon="house-line" onPress={nothing} />
            <Pill label="老师" icon="key" look="ghost" onPress={nothing} />
          </HillScene>
        </main>
      </div>
    </SpeakerContext>
  )
}
