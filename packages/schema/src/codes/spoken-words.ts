// 查询码的六词读法：电话里读六个常用词，比读十二个字母数字不易出错。六词与查询码一一对应，互相换算不需要问任何系统。
import { checkQueryCode, formatQueryCode, queryCodeCheck, QUERY_CODE_SYMBOLS } from './query-code.js';

/**
 * 1,024 common words of two characters. No two sound alike without tones, nor to ears that do not tell zh z, ch c, sh s,
 * n l r, h f and the two nasal endings apart. In each column (words with the same remainder by 43) no syllable stands
 * twice in one place, so a word of which one syllable is heard wrong is always found by the check below.
 */
const WORDS =
  '桃子橙子柚子荔枝椰子瓜子柿子包子饺子粽子果汁猴子兔子鸽子燕子鸭子树枝冬至沙子桌子椅子柜子镜子被子盘子筷子勺子瓶子箱子篮子绳子梯子锤子钉子锯子铲子本子杂志沙发电话耳环楼房平房' +
  '零食果实岩石钥匙电视螺丝超市城市卧室老师护士厨师律师同事博士舞狮故事考试宝石沙石平时米饭稀饭午饭炒饭麻花桂花菊花荷花桃花兰花梨花葵花棉花雪花施肥石油思考视频黄瓜番茄红薯芝麻' +
  '厨房书房毡房瓦房橘黄前方东方南方远方画画铁环年画绘画书法童话笑话吃饭做饭盖房光滑动画石榴丝瓜食盐石头湿地丝绸司机市场食堂寺庙石桥市民诗人诗歌纸张纸币证书方便仔细自然自由欢迎' +
  '紫菜松鼠黄牛老鼠袋鼠蜘蛛黄鹂黄鳝柏树杨树柳树槐树榕树黄昏黄河饭碗字典帆船方向饭店翻译叔叔指甲黄色紫色方块直线读书武术评书魔术字母织布植树黄金词语捕鱼颜料油漆羊毛红旗国旗锦旗' +
  '运输支持制造杨梅洋葱燕麦羊肉鳄鱼鲤鱼鲫鱼金鱼章鱼墨鱼带鱼大雨细雨节气谷雨岛屿暖气煤气眼镜阳台演员夫妻颜色烟雾下棋钓鱼象棋围棋玉器漆器成语谜语月季水仙草原花园果园茶园日出夕阳' +
  '样品星期整齐机器高粱月亮窗帘研究项链拉链桥梁少年青年春联对联新年洗脸善良明亮锻炼香蕉西瓜水稻油菜香菜油条香油水牛犀牛蜥蜴喜鹊公鸡母鸡水母泥鳅游泳杂技泥人日记成绩睡觉洗碗水泥' +
  '立春平原水井水库泥土手机耳机日历水桶水壶簸箕水车橡皮邮票水管油桶睡衣飞机油门医院邮局公园剧院乡镇篱笆店员队员乡亲游客水滴线条膝盖边缘右手西部年糕狐狸大象山羊绵羊花猫青蛙蜻蜓' +
  '象牙礼物喜糖春季现在永远立刻友爱细心有趣香甜细小遥远礼貌游戏设计统计想象龙眼花生木瓜雪梨白菜莲藕木耳芹菜菠菜韭菜玉米花椒鱼丸早餐晚餐点心凉菜工厂农场牧场渔场凉亭木屋花坛菜场' +
  '海星羚羊银杏牡丹茉莉青草苔藓太阳晴天星星云彩流星海洋清明渔村冰箱雨伞雨衣脸盆针线烤箱镰刀画册浴缸花瓶木炭雨靴毛线火柴渔船机场卫星滑板广场操场生日年代刚才勤劳野餐耐心努力凉爽' +
  '粮店木匠渔夫画家导演法官牧民渔民目光红色蓝色绿色白色黑色灰色金色银色彩色花纹火焰圆形光线接力滑雪青铜寓言木马木偶名言旅行砍柴酿酒玻璃木材请柬斧头锄头书签码头书店讲台记者额头' +
  '轻松清新年轻崭新清楚关心表扬分享鼓励练习生产修理管理电线馒头酱油鸡蛋鸡肉建设树叶树根麦田稻田阴天夏天秋天春天梯田书架键盘鼠标剪刀枕头书包罐头霜降地球端午中秋高山山坡山洞火山' +
  '舌头肩膀拳头塑料积木吉他砖头奖杯奖状今天季节明天昨天钟头将来计算健康简单记录检查山楂记忆生姜豆浆白糖老虎壁虎蚂蚁麻雀鹦鹉珊瑚海棠盆景闪电浓雾挖井信件玛瑙下午上午早上中午最近' +
  '池塘泰山山村雪山窗户风扇毛巾毛毯地毯马桶茶壶围巾衬衫马车马路火箭气球矿山学堂铁匠妈妈皮肤三角上面跳舞附近打球射箭踢球足球排球篮球皮球网球煤炭电脑风车信封粉笔镜框电池毛衣公交' +
  '马上安静服务幸福尊敬祝福丰富软件零件苹果马达杏仁辣椒豆角小麦大豆大蒜绿豆胡椒蜂蜜小狗乌龟蚯蚓老鹰乌鸦梧桐枫叶芦苇小草惊蛰小满大寒小溪绿洲电灯拼音答案白银金牌午后平安聪明容易' +
  '电梯公路路灯风筝轮椅路口电影屋顶宫殿地窖大厦大厅舞台工地农民工人警察村民阿姨居民大腿小腿心脏笑容声音粉红平面摔跤拼图皮影京剧风铃舞蹈摄影小说学校走廊城门城墙栅栏学生展览军人' +
  '文明销售公平工作说明新闻信号录音草莓茶叶毛驴蝴蝶麋鹿灰狼森林草地菜地荷叶盆地波浪潮水堤坝田野草坪地板竹篮地图汽车地铁火车铁路乘客缆车吊车客车海豹海鸥银河冰川海峡课本印章轮船' +
  '猎人客人主人爷爷弟弟老人兄弟观众学徒身体天蓝墨绿雪白翠绿底部跨栏草帽耕地作业修路毕业琥珀学习半夜观察深厚生活广播程序海带樱桃奶油蝌蚪龙虾海豚糖果冰棍啤酒火腿火锅斑马熊猫刺猬' +
  '飞船街道客厅朋友姐姐儿童姐妹睫毛举重龙舟剧本课程郊游起床擦窗硬币榨油节约合同可爱可口普通宣传巨大介绍柠檬芒果核桃枇杷冬瓜甘蔗苦瓜竹笋南瓜饼干鼓楼帐篷前台窗口柜台诊所茶馆作家' +
  '骏马河马企鹅蜗牛白鹤白云竹林冰雹气温河流瀑布港湾戈壁手表闹钟纽扣铁锅蒸笼铅笔钢笔毛笔插座茶杯轮胎磁铁手套手镯领带旗袍渡口皮鞋站台宾馆门口药店菠萝红枣蘑菇豆芽牛奶鸭蛋牛肉米粉' +
  '姑姑眉毛邻居手掌胸口脚步冰块左边内部跑步刺绣竹编古筝钢琴提琴口琴手鼓收割摘果皮革作文钢铁珍珠账本包裹国庆凌晨古老热情感谢合作交流劳动密码齿轮溜冰体操玩具标题问题休息刷牙喂猪' +
  '野兔烤鸭野猪彩虹春风台风晚霞夜晚微风元宵峡谷悬崖村庄蜡烛床单拖把锅盖墨水菜刀胶水快艇车站红灯楼梯钟楼园林爸爸家庭园丁嘴巴下巴灰尘球体角度下边宝塔窑洞医生歌手同学哥哥妹妹读者' +
  '采茶徽章红包傍晚元旦温柔月份完整帮助回答提问网络葡萄土豆螃蟹贝壳玫瑰雷声早晨温泉沼泽运河牙刷丘陵台灯牙膏口袋钱包扳手漏斗腰带外套布鞋拖鞋社区口罩棉袄高铁布料车票导航喷泉奶奶' +
  '选手旁边牙齿唱歌跳绳拔河秋千锣鼓雕刻歌谣铜钱船票从前谦虚认真热闹温暖报告萝卜照片荞麦面条月饼蛋糕酸奶骆驼孔雀天鹅杜鹃寒冬天空泉水肥皂黑板图钉勇敢比赛加工灯会唢呐周末辽阔特别' +
  '舅舅耳朵图案后门外面对面陀螺陶瓷段落开学布匹翡翠名片标本门票柔软粗糙准确购买讨论烧饼苗圃门锁算盘灯笼车轮仓库外婆矿工庙会架桥瓦片秒表团结宽阔';

const SIZE = 1024n;
/** A prime that no difference of two powers of 1,024 below the sixth is a multiple of: swapped words are found, too. */
const CHECK = 43n;
const BASE = 31n;
const COUNT = 6;

/** The words of the list, in their order. */
export const spokenWordList = (): string[] => WORDS.match(/../g)!;

/**
 * The six words of a 查询码, from the first read to the last; undefined when the text is none of our codes. Six words of
 * 1,024 hold the 31¹¹ codes 43 times: only each 43rd sequence is one, which finds what was heard wrong.
 */
export function spokenWords(code: string): string[] | undefined {
  const checked = checkQueryCode(code);
  if (!checked.ok) return undefined;
  let number = 0n;
  for (const symbol of checked.value.slice(0, -1)) number = number * BASE + BigInt(QUERY_CODE_SYMBOLS.indexOf(symbol));
  number *= CHECK;
  const list = spokenWordList();
  const words: string[] = [];
  for (let i = 0; i < COUNT; i++) {
    words.unshift(list[Number(number % SIZE)]!);
    number /= SIZE;
  }
  return words;
}

/**
 * The 查询码 `ABCD-EFGH-JKMN` that six words stand for, however they were written down (blanks, commas, numbers between
 * them do not matter); undefined when they are not six of our words in their right order.
 */
export function codeOfWords(text: string): string | undefined {
  const bare = text.replace(/[^\u4e00-\u9fff]/g, '');
  const list = spokenWordList();
  const places = (bare.match(/../g) ?? []).map((word) => list.indexOf(word));
  if (bare.length !== 2 * COUNT || places.includes(-1)) return undefined;
  let number = places.reduce((sum, place) => sum * SIZE + BigInt(place), 0n);
  if (number % CHECK) return undefined;
  number /= CHECK;
  let symbols = '';
  for (let i = 0; i < 11; i++) {
    symbols = QUERY_CODE_SYMBOLS[Number(number % BASE)]! + symbols;
    number /= BASE;
  }
  return number ? undefined : formatQueryCode(symbols + queryCodeCheck(symbols));
}
