import { csvOf } from '../usage/csv-rules.ts'

const templates = {
  'zh-CN': [
    ['姓名', '班级', '学籍号', '出生日期', '监护人1', '关系1', '电话1', '监护人2', '关系2', '电话2'],
    [
      '例：林小雨',
      '二(1)班',
      'G440800201903050011',
      '2019-03-05',
      '陈玉兰',
      '妈妈',
      '138 0000 0001',
      '',
      '',
      '',
    ],
    ['例：欧阳小文', '二年级2班', '', '2018/11/22', '欧阳强', '爸爸', '0759-2234567', '黄阿英', '奶奶', ''],
  ],
  en: [
    [
      'Name',
      'Class',
      'Number',
      'Birthday',
      'Guardian 1',
      'Relation 1',
      'Phone 1',
      'Guardian 2',
      'Relation 2',
      'Phone 2',
    ],
    [
      'Example: Lin Xiaoyu',
      '2.1',
      'G440800201903050011',
      '2019-03-05',
      'Chen Yulan',
      'Mother',
      '138 0000 0001',
      '',
      '',
      '',
    ],
    [
      'Example: Ouyang Xiaowen',
      '2.2',
      '',
      '2018/11/22',
      'Ouyang Qiang',
      'Father',
      '0759-2234567',
      'Huang Aying',
      'Grandmother',
      '',
    ],
  ],
} as const

/** The class list to fill in, as a file for Excel and WPS (UTF-8 with its mark). Example lines are passed over on import. */
export function template(language: 'zh-CN' | 'en'): string {
  return csvOf(templates[language])
}
