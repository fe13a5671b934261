import { allItems } from './order-rules.ts'

/** Characters that a picture means without a word: each with its name in the set of pictures. */
const drawn =
  '山:snow-capped-mountain 日:sun 月:crescent-moon 水:droplet 火:fire 木:wood 石:rock 禾:sheaf-of-rice 米:cooked-rice 竹:pine-decoration 花:blossom 草:herb 树:deciduous-tree 云:cloud 雨:cloud-with-rain 雪:snowflake 星:star 风:wind-face 电:high-voltage 虹:rainbow 口:mouth 目:eye 耳:ear 手:raised-hand 足:foot 牙:tooth 舌:tongue 鼻:nose 眼:eyes 心:red-heart 腿:leg 骨:bone 脑:brain 肺:lungs 血:drop-of-blood 马:horse 牛:cow 羊:ewe 狗:dog 猫:cat 猪:pig 鱼:fish 鸟:bird 鸡:rooster 鸭:duck 鹅:goose 虫:bug 龙:dragon 蛇:snake 鼠:mouse 兔:rabbit 虎:tiger 猴:monkey 鹿:deer 熊:bear 狼:wolf 狮:lion 象:elephant 蜂:honeybee 蛙:frog 龟:turtle 虾:shrimp 蟹:crab 蝶:butterfly 蚁:ant 蛛:spider 鹰:eagle 鸽:dove 鲸:whale 贝:spiral-shell 羽:feather 爪:paw-prints 瓜:watermelon 桃:peach 梨:pear 果:red-apple 豆:beans 菜:leafy-green 蛋:egg 肉:cut-of-meat 饭:rice-ball 面:steaming-bowl 茶:teacup-without-handle 酒:sake 盐:salt 糖:candy 奶:glass-of-milk 饼:moon-cake 蒜:garlic 茄:eggplant 葡:grapes 莲:lotus 玫:rose 枫:maple-leaf 叶:leaf-fluttering-in-wind 苗:seedling 刀:kitchen-knife 伞:umbrella 车:automobile 船:sailboat 舟:canoe 门:door 窗:window 床:bed 灯:light-bulb 书:open-book 笔:pen 纸:page-facing-up 尺:straight-ruler 画:framed-picture 琴:violin 鼓:drum 球:soccer-ball 棋:chess-pawn 钟:alarm-clock 表:watch 衣:t-shirt 裙:dress 裤:jeans 鞋:running-shoe 帽:billed-cap 镜:mirror 钱:money-bag 信:envelope 旗:triangular-flag 桥:bridge-at-night 塔:tokyo-tower 房:house 校:school 城:cityscape 路:motorway 海:water-wave 岛:desert-island 家:house-with-garden 王:crown 宝:gem-stone 弓:bow-and-arrow 锤:hammer 锁:locked 钥:key 梯:ladder 桶:bucket 杯:tumbler-glass 碗:bowl-with-spoon 盒:package 箱:toolbox 包:backpack 票:ticket 药:pill 针:sewing-needle 线:thread 称:balance-scale 剪:scissors 刷:toothbrush 椅:chair 影:film-projector 歌:microphone 铃:bell 哭:loudly-crying-face 笑:grinning-face-with-big-eyes 睡:zzz 跑:person-running 走:person-walking 游:person-swimming 骑:person-biking 婴:baby 爷:old-man 男:boy 女:girl 医:health-worker 农:farmer 警:police-officer 冰:ice 泡:bubbles 珠:prayer-beads 礼:wrapped-gift 气:balloon 猩:gorilla 蚊:mosquito 蝇:fly 驴:donkey 骆:camel 豹:leopard 狐:fox 蝙:bat 孔:peacock'
    .split(' ')
    .map((pair) => pair.split(':'))

/** By key: a picture that means the character. Of two readings the first has it. */
export const pictures: Readonly<Record<string, string>> = Object.fromEntries(
  drawn.flatMap(([character, picture = '']) => {
    const item = allItems.find((one) => one.character === character)
    return item ? [[item.key, picture]] : []
  }),
)
