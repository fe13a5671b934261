import { useState } from 'react'
import { Bars, Button, CheckBox, Chip, DeskHead, Dialog, EmptyState, Figure, FilePicker, Frame, Notice, NumberField, Panel, Progress, Select, Table, Tabs, TextField } from '../staff.ts' // prettier-ignore
import { children } from './samples.ts'

const nothing = () => {}
const rows = Array.from({ length: 500 }, (_, index) => ({
  id: `row-${index}`,
  name: children[index % children.length]?.[0] ?? '',
  minutes: (index * 37) % 91,
}))
const twoMore = () => <Chip tone="care">2 人</Chip>

const items = [
  { id: 'room', label: '房间现在', icon: 'squares-four' },
  { id: 'children', label: '孩子', icon: 'users-three' },
  { id: 'files', label: '成长档案', icon: 'heart', count: 3 },
  { id: 'report', label: '使用报告', icon: 'chart-bar' },
  { id: 'settings', label: '设置', icon: 'gear' },
] as const
const terms = [
  { id: 'week', label: '周' },
  { id: 'month', label: '月' },
  { id: 'term', label: '学期' },
]

export function StaffGallery() {
  const [open, setOpen] = useState(false)
  const [term, setTerm] = useState('term')
  const [text, setText] = useState('王老师')
  const [minutes, setMinutes] = useState(30)
  const [checked, setChecked] = useState(true)
  return (
    <Frame
      menuLabel="主菜单"
      brand={{ name: '快乐家园', place: '石城镇中心小学' }}
      items={items}
      current="report"
      onGo={nothing}
      person={{ name: '周老师', role: '协调员' }}
      lock={{ label: '锁定', onPress: nothing }}
    >
      <DeskHead
        title="组件和状态"
        right={
          <>
            <Button label="打印" icon="printer" />
            <Button label="更多" icon="dots-three" square look="ghost" />
            <Button label="开会话" icon="plus" look="main" onPress={() => setOpen(true)} />
          </>
        }
      >
        <Tabs label="时段" big items={terms} chosen={term} onChoose={setTerm} />
        <Select label="班级" hideLabel items={terms} chosen={term} onChoose={setTerm} />
        <Chip tone="good">6 人在用</Chip>
        <Chip icon="users">2 人在等</Chip>
      </DeskHead>
      <div className="figures">
        <Figure label="来过的孩子" value="148" unit="/ 154 人">
          <Chip tone="good">比上学期多 11 人</Chip>
        </Figure>
        <Figure label="和家人通话" value="1,036" unit="次">
          <Chip>平均 9 分 40 秒</Chip>
        </Figure>
        <Panel title="多久没和家人说话" note="74 人">
          <Bars
            items={[
              { id: 'a', label: '7 天以内', text: '61 人', part: 0.82, tone: 'learn' },
              { id: 'b', label: '8 到 14 天', text: '8 人', part: 0.11, tone: 'sun' },
            ]}
          />
        </Panel>
        <Panel inset tone="warm">
          <Progress label="正在导入" value={0.4} text="200 / 500 行" />
          <Progress label="正在检查" />
        </Panel>
      </div>
      <div className="gallery-columns">
        <Panel title="按钮" inset>
          <p className="line">
            <Button label="保存" look="main" />
            <Button label="保存" busy look="main" />
            <Button label="保存" disabled />
            <Button label="不要了" look="ghost" />
          </p>
          <CheckBox checked={checked} onChange={setChecked}>
            通话不占时间
          </CheckBox>
          <CheckBox checked={false} onChange={nothing} some>
            选了一些
          </CheckBox>
          <CheckBox checked={false} disabled onChange={nothing}>
            不能用
          </CheckBox>
        </Panel>
        <Panel title="输入" inset>
          <TextField label="姓名" value={text} onChange={setText} hint="和户口本一样" />
          <TextField label="密码" type="password" value="1234" onChange={setText} error="要六位数字或更多" />
          <NumberField
            label="每次几分钟"
            value={minutes}
            onChange={setMinutes}
            min={10}
            max={60}
            step={5}
            lessLabel="少一点"
            moreLabel="多一点"
          />
        </Panel>
        <Panel title="话" inset>
          <Notice tone="good" title="存好了" />
          <Notice tone="care" title="3 行要看一下" action={<Button label="看看" />}>
            其他的都可以导入
          </Notice>
          <Notice tone="bad" title="这个文件打不开" />
          <Notice tone="note" title="这里是例子" />
        </Panel>
      </div>
      <FilePicker
        title="选一个班级名单"
        hint="CSV，UTF-8 或 GB18030"
        label="选文件"
        accept={['.csv']}
        onFile={nothing}
      />
      <Panel className="gallery-table">
        <Table
          label="孩子"
          columns={[
            { id: 'name', title: '姓名', cell: (row) => row.name },
            { id: 'minutes', title: '分钟', number: true, cell: (row) => row.minutes },
            { id: 'note', title: '备注', cell: twoMore },
          ]}
          rows={rows}
          rowKey={(row) => row.id}
          size={5}
          onOpen={() => setOpen(true)}
          words={{
            previous: '上一页',
            next: '下一页',
            range: (from, to, of) => `${from}–${to} / ${of}`,
          }}
        />
      </Panel>
      <Panel>
        <EmptyState
          title="还没有孩子"
          hint="先导入一个班级"
          action={<Button label="导入" look="main" icon="upload-simple" />}
        />
      </Panel>
      <Dialog
        open={open}
        title="把这一行去掉吗？"
        closeLabel="关上"
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button label="不去掉" onPress={() => setOpen(false)} />
            <Button label="去掉" look="main" onPress={() => setOpen(false)} />
          </>
        }
      >
        <p>做过的事都还留在记录里。</p>
        <Tabs label="页" items={terms} chosen={term} onChoose={setTerm}>
          <p>{term}</p>
        </Tabs>
      </Dialog>
    </Frame>
  )
}
