/** A line of a poem, with the reading of each of its characters. */
export interface PoemLine {
  readonly text: string
  readonly pinyin: readonly string[]
}

export interface Poem {
  readonly title: string
  readonly author: string
  readonly lines: readonly PoemLine[]
}

/**
 * Poems of the Tang dynasty (618 to 907), four lines each, as schoolbooks print and read them: title, author, then each
 * character with its reading. Lines of five characters first, then of seven.
 */
const listed = [
  '静夜思 李白 床chuáng前qián明míng月yuè光guāng 疑yí是shì地dì上shàng霜shuāng 举jǔ头tóu望wàng明míng月yuè 低dī头tóu思sī故gù乡xiāng',
  '春晓 孟浩然 春chūn眠mián不bù觉jué晓xiǎo 处chù处chù闻wén啼tí鸟niǎo 夜yè来lái风fēng雨yǔ声shēng 花huā落luò知zhī多duō少shǎo',
  '登鹳雀楼 王之涣 白bái日rì依yī山shān尽jìn 黄huáng河hé入rù海hǎi流liú 欲yù穷qióng千qiān里lǐ目mù 更gèng上shàng一yī层céng楼lóu',
  '悯农 李绅 锄chú禾hé日rì当dāng午wǔ 汗hàn滴dī禾hé下xià土tǔ 谁shuí知zhī盘pán中zhōng餐cān 粒lì粒lì皆jiē辛xīn苦kǔ',
  '江雪 柳宗元 千qiān山shān鸟niǎo飞fēi绝jué 万wàn径jìng人rén踪zōng灭miè 孤gū舟zhōu蓑suō笠lì翁wēng 独dú钓diào寒hán江jiāng雪xuě',
  '相思 王维 红hóng豆dòu生shēng南nán国guó 春chūn来lái发fā几jǐ枝zhī 愿yuàn君jūn多duō采cǎi撷xié 此cǐ物wù最zuì相xiāng思sī',
  '鸟鸣涧 王维 人rén闲xián桂guì花huā落luò 夜yè静jìng春chūn山shān空kōng 月yuè出chū惊jīng山shān鸟niǎo 时shí鸣míng春chūn涧jiàn中zhōng',
  '风 李峤 解jiě落luò三sān秋qiū叶yè 能néng开kāi二èr月yuè花huā 过guò江jiāng千qiān尺chǐ浪làng 入rù竹zhú万wàn竿gān斜xié',
  '夜宿山寺 李白 危wēi楼lóu高gāo百bǎi尺chǐ 手shǒu可kě摘zhāi星xīng辰chén 不bù敢gǎn高gāo声shēng语yǔ 恐kǒng惊jīng天tiān上shàng人rén',
  '寻隐者不遇 贾岛 松sōng下xià问wèn童tóng子zǐ 言yán师shī采cǎi药yào去qù 只zhǐ在zài此cǐ山shān中zhōng 云yún深shēn不bù知zhī处chù',
  '宿建德江 孟浩然 移yí舟zhōu泊bó烟yān渚zhǔ 日rì暮mù客kè愁chóu新xīn 野yě旷kuàng天tiān低dī树shù 江jiāng清qīng月yuè近jìn人rén',
  '池上 白居易 小xiǎo娃wá撑chēng小xiǎo艇tǐng 偷tōu采cǎi白bái莲lián回huí 不bù解jiě藏cáng踪zōng迹jì 浮fú萍píng一yī道dào开kāi',
  '塞下曲 卢纶 月yuè黑hēi雁yàn飞fēi高gāo 单chán于yú夜yè遁dùn逃táo 欲yù将jiāng轻qīng骑qí逐zhú 大dà雪xuě满mǎn弓gōng刀dāo',
  '望庐山瀑布 李白 日rì照zhào香xiāng炉lú生shēng紫zǐ烟yān 遥yáo看kàn瀑pù布bù挂guà前qián川chuān 飞fēi流liú直zhí下xià三sān千qiān尺chǐ 疑yí是shì银yín河hé落luò九jiǔ天tiān',
  '早发白帝城 李白 朝zhāo辞cí白bái帝dì彩cǎi云yún间jiān 千qiān里lǐ江jiāng陵líng一yī日rì还huán 两liǎng岸àn猿yuán声shēng啼tí不bù住zhù 轻qīng舟zhōu已yǐ过guò万wàn重chóng山shān',
  '赠汪伦 李白 李lǐ白bái乘chéng舟zhōu将jiāng欲yù行xíng 忽hū闻wén岸àn上shàng踏tà歌gē声shēng 桃táo花huā潭tán水shuǐ深shēn千qiān尺chǐ 不bù及jí汪wāng伦lún送sòng我wǒ情qíng',
  '望天门山 李白 天tiān门mén中zhōng断duàn楚chǔ江jiāng开kāi 碧bì水shuǐ东dōng流liú至zhì此cǐ回huí 两liǎng岸àn青qīng山shān相xiāng对duì出chū 孤gū帆fān一yī片piàn日rì边biān来lái',
  '绝句 杜甫 两liǎng个gè黄huáng鹂lí鸣míng翠cuì柳liǔ 一yī行háng白bái鹭lù上shàng青qīng天tiān 窗chuāng含hán西xī岭lǐng千qiān秋qiū雪xuě 门mén泊bó东dōng吴wú万wàn里lǐ船chuán',
  '山行 杜牧 远yuǎn上shàng寒hán山shān石shí径jìng斜xié 白bái云yún生shēng处chù有yǒu人rén家jiā 停tíng车chē坐zuò爱ài枫fēng林lín晚wǎn 霜shuāng叶yè红hóng于yú二èr月yuè花huā',
  '清明 杜牧 清qīng明míng时shí节jié雨yǔ纷fēn纷fēn 路lù上shàng行xíng人rén欲yù断duàn魂hún 借jiè问wèn酒jiǔ家jiā何hé处chù有yǒu 牧mù童tóng遥yáo指zhǐ杏xìng花huā村cūn',
  '江南春 杜牧 千qiān里lǐ莺yīng啼tí绿lǜ映yìng红hóng 水shuǐ村cūn山shān郭guō酒jiǔ旗qí风fēng 南nán朝cháo四sì百bǎi八bā十shí寺sì 多duō少shǎo楼lóu台tái烟yān雨yǔ中zhōng',
  '枫桥夜泊 张继 月yuè落luò乌wū啼tí霜shuāng满mǎn天tiān 江jiāng枫fēng渔yú火huǒ对duì愁chóu眠mián 姑gū苏sū城chéng外wài寒hán山shān寺sì 夜yè半bàn钟zhōng声shēng到dào客kè船chuán',
  '九月九日忆山东兄弟 王维 独dú在zài异yì乡xiāng为wèi异yì客kè 每měi逢féng佳jiā节jié倍bèi思sī亲qīn 遥yáo知zhī兄xiōng弟dì登dēng高gāo处chù 遍biàn插chā茱zhū萸yú少shǎo一yī人rén',
  '回乡偶书 贺知章 少shǎo小xiǎo离lí家jiā老lǎo大dà回huí 乡xiāng音yīn无wú改gǎi鬓bìn毛máo衰shuāi 儿ér童tóng相xiāng见jiàn不bù相xiāng识shí 笑xiào问wèn客kè从cóng何hé处chù来lái',
  '咏柳 贺知章 碧bì玉yù妆zhuāng成chéng一yī树shù高gāo 万wàn条tiáo垂chuí下xià绿lǜ丝sī绦tāo 不bù知zhī细xì叶yè谁shuí裁cái出chū 二èr月yuè春chūn风fēng似sì剪jiǎn刀dāo',
  '滁州西涧 韦应物 独dú怜lián幽yōu草cǎo涧jiàn边biān生shēng 上shàng有yǒu黄huáng鹂lí深shēn树shù鸣míng 春chūn潮cháo带dài雨yǔ晚wǎn来lái急jí 野yě渡dù无wú人rén舟zhōu自zì横héng',
  '凉州词 王之涣 黄huáng河hé远yuǎn上shàng白bái云yún间jiān 一yī片piàn孤gū城chéng万wàn仞rèn山shān 羌qiāng笛dí何hé须xū怨yuàn杨yáng柳liǔ 春chūn风fēng不bù度dù玉yù门mén关guān',
]

function read(written: string): Poem {
  const [title = '', author = '', ...lines] = written.split(' ')
  return {
    title,
    author,
    lines: lines.map((line) => {
      const parts = [...line.matchAll(/(\p{Script=Han})(\P{Script=Han}+)/gu)]
      return {
        text: parts.map(([, character = '']) => character).join(''),
        pinyin: parts.map(([, , pinyin = '']) => pinyin),
      }
    }),
  }
}

export const poems: readonly Poem[] = listed.map(read)

export const fives: readonly Poem[] = poems.filter(({ lines }) => lines[0]?.pinyin.length === 5)
export const sevens: readonly Poem[] = poems.filter(({ lines }) => lines[0]?.pinyin.length === 7)

const byTitle = new Map(poems.map((poem) => [poem.title, poem]))
export const poemOf = (title: string): Poem | undefined => byTitle.get(title)
