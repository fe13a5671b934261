/** Class lists for tests: 154 children in 8 classes, rare characters and two of one name among them. */
const surnames = [
  '林',
  '陈',
  '黄',
  '梁',
  '吴',
  '李',
  '王',
  '蔡',
  '郑',
  '许',
  '何',
  '庞',
  '欧阳',
  '单',
  '曾',
  '解',
  '𠮷',
]
const given = ['小雨', '思远', '梓轩', '诗雅', '俊杰', '雨桐', '浩然', '美琪', '㛃', '佳怡', '嘉豪']
export const testClasses = [
  '一(1)班',
  '一(2)班',
  '二(1)班',
  '二(2)班',
  '三年级',
  '四年级',
  '五年级',
  '六年级',
]

export interface ListedChild {
  readonly name: string
  readonly classLabel: string
  readonly number: string
}

export function listedChildren(count = 154): readonly ListedChild[] {
  return Array.from({ length: count }, (_, at) => ({
    name: `${surnames[at % surnames.length]}${given[at % given.length]}`,
    classLabel: testClasses[at % testClasses.length] ?? '',
    number: `G44080020190305${String(at).padStart(4, '0')}`,
  }))
}

export function csvText(children: readonly ListedChild[]): string {
  const lines = children.map(({ name, classLabel, number }) => `${name},${classLabel},${number},2018-03-05`)
  return ['姓名,班级,学籍号,出生日期', ...lines, ''].join('\r\n')
}
