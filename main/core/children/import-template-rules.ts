import { csvOf } from '../usage/csv-rules.ts'

const templates = {
  'zh-CN': [
    ['姓名', '班级', '学籍号', '出生日期'],
    ['例：林小雨', '二(1)班', 'G440800201903050011', '2019-03-05'],
    ['例：欧阳小文', '二年级2班', '', '2018/11/22'],
  ],
  en: [
    ['Name', 'Class', 'Number', 'Birthday'],
    ['Example: Lin Xiaoyu', '2.1', 'G440800201903050011', '2019-03-05'],
    ['Example: Ouyang Xiaowen', '2.2', '', '2018/11/22'],
  ],
} as const

/** The class list to fill in, as a file for Excel and WPS (UTF-8 with its mark). Example lines are passed over on import. */
export function template(language: 'zh-CN' | 'en'): string {
  return csvOf(templates[language])
}
