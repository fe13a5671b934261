/** A word to type, with the reading of each of its characters. */
export interface TypedWord {
  readonly text: string
  readonly pinyin: readonly string[]
}

/** Words of a child's day, of characters that are taught in the first two grades. */
const listed =
  '爸爸 bà ba;妈妈 mā ma;爷爷 yé ye;奶奶 nǎi nai;老师 lǎo shī;同学 tóng xué;朋友 péng you;孩子 hái zi;医生 yī shēng;农夫 nóng fū;学校 xué xiào;书包 shū bāo;课本 kè běn;铅笔 qiān bǐ;毛笔 máo bǐ;作业 zuò yè;语文 yǔ wén;数学 shù xué;操场 cāo chǎng;红色 hóng sè;白色 bái sè;金色 jīn sè;颜色 yán sè;太阳 tài yáng;月亮 yuè liang;星星 xīng xing;白云 bái yún;下雨 xià yǔ;下雪 xià xuě;天空 tiān kōng;春天 chūn tiān;冬天 dōng tiān;早上 zǎo shang;晚上 wǎn shang;今天 jīn tiān;明天 míng tiān;昨天 zuó tiān;星期 xīng qī;生日 shēng rì;新年 xīn nián;过年 guò nián;小狗 xiǎo gǒu;小猫 xiǎo māo;小鸟 xiǎo niǎo;小鱼 xiǎo yú;小马 xiǎo mǎ;小牛 xiǎo niú;山羊 shān yáng;动物 dòng wù;大象 dà xiàng;西瓜 xī guā;水果 shuǐ guǒ;果实 guǒ shí;玉米 yù mǐ;米饭 mǐ fàn;面条 miàn tiáo;牛奶 niú nǎi;花朵 huā duǒ;青草 qīng cǎo;树林 shù lín;种子 zhǒng zi;高山 gāo shān;小河 xiǎo hé;大海 dà hǎi;长江 cháng jiāng;北京 běi jīng;中国 zhōng guó;国家 guó jiā;城市 chéng shì;村子 cūn zi;回家 huí jiā;起床 qǐ chuáng;吃饭 chī fàn;洗手 xǐ shǒu;睡觉 shuì jiào;走路 zǒu lù;跑步 pǎo bù;跳绳 tiào shéng;足球 zú qiú;唱歌 chàng gē;看书 kàn shū;写字 xiě zì;图画 tú huà;上学 shàng xué;放学 fàng xué;排队 pái duì;高兴 gāo xìng;快乐 kuài lè;喜欢 xǐ huan;想念 xiǎng niàn;告诉 gào su;帮助 bāng zhù;谢谢 xiè xie;再见 zài jiàn;你好 nǐ hǎo;飞机 fēi jī;火车 huǒ chē;汽车 qì chē;小船 xiǎo chuán;电视 diàn shì;手表 shǒu biǎo;房子 fáng zi;桌子 zhuō zi;眼睛 yǎn jing;耳朵 ěr duo;牙齿 yá chǐ;身体 shēn tǐ;安全 ān quán;勇敢 yǒng gǎn;干净 gān jìng;美丽 měi lì;明亮 míng liàng'

export const words: readonly TypedWord[] = listed.split(';').map((line) => {
  const [text = '', ...pinyin] = line.split(' ')
  return { text, pinyin }
})

const byText = new Map(words.map((word) => [word.text, word]))
export const wordOf = (text: string): TypedWord | undefined => byText.get(text)
