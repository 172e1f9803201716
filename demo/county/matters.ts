import type { Kind } from '@core/ticket/words'

/** What people of 澜溪县 write, in their own way; `{place}` is the village. `scene` names the photo that goes with it. */
export interface Matter {
  words: string
  kind?: Kind
  categoryId: string
  scene?: Scene
  enterprise?: { name: string; position?: string }
  /** Names the place's own township or a department as complained about (R-P5). */
  accuses?: 'township' | 'police' | 'urban'
  confidential?: boolean
}

export type Scene = 'road' | 'water' | 'rubbish' | 'lamp' | 'river' | 'building' | 'smoke'

export const matters: Matter[] = [
  {
    categoryId: 'water-supply',
    scene: 'water',
    words:
      '{place}这几天一到傍晚就停水，水压也小，二楼根本上不来水，家里有老人和孩子，做饭都成问题，请帮忙看看。',
  },
  {
    categoryId: 'water-supply',
    scene: 'water',
    words: '{place}路口的自来水管漏水三四天了，水一直往路上流，太浪费，晚上还结冰，老人走路容易滑倒。',
  },
  {
    categoryId: 'water-supply',
    words: '我们{place}的自来水有时候发黄，放一会儿还有沉淀，想问问水质有没有检测，能不能公布一下。',
    kind: 'consult',
  },
  {
    categoryId: 'power-supply',
    words: '{place}最近老停电，一天能跳闸三四回，电压也不稳，冰箱都烧坏了，什么时候能换变压器？',
  },
  {
    categoryId: 'power-supply',
    scene: 'lamp',
    words: '{place}学校门口的电线乱拉乱挂，绕成一团，看着不整齐，请供电部门来理一理。',
  },
  {
    categoryId: 'heating',
    words: '{place}小区交了暖气费，家里只有十四五度，暖气片摸着不热，打电话一直说在排查。',
    kind: 'complaint',
  },
  {
    categoryId: 'street-light',
    scene: 'lamp',
    words: '{place}主路上的路灯坏了七八盏不亮，晚上黑得看不见路，上周有人骑车摔了。',
  },
  {
    categoryId: 'street-light',
    scene: 'lamp',
    words: '从{place}到中学这段路没有路灯，学生上晚自习回家不安全，建议装几盏。',
    kind: 'suggestion',
  },
  {
    categoryId: 'rubbish',
    scene: 'rubbish',
    words: '{place}村头的垃圾堆了一个多星期没人清运，苍蝇乱飞，臭味熏得开不了窗。',
  },
  {
    categoryId: 'rubbish',
    scene: 'rubbish',
    words: '{place}的垃圾桶太少，又都放在我家门口，能不能换个地方或者多放几个。',
  },
  {
    categoryId: 'occupation',
    words: '{place}菜市场外面流动摊贩占道，早上堵路严重，救护车都进不来，投诉过几次过两天又回来了。',
    kind: 'complaint',
  },
  {
    categoryId: 'drainage',
    scene: 'water',
    words: '{place}下水道堵塞，一下雨就积水，污水反到一楼院子里，家具都泡坏了。',
  },
  {
    categoryId: 'drainage',
    scene: 'road',
    words: '{place}十字路口有个井盖破了一半，只拿树枝插着，请换一个新的井盖。',
  },
  {
    categoryId: 'illegal-building',
    scene: 'building',
    words: '{place}有一户在楼顶私搭彩钢房，挡了我家采光，还是违建，希望有人管管。',
    kind: 'complaint',
  },
  {
    categoryId: 'property',
    scene: 'building',
    words: '我们小区电梯坏了二十多天，物业说没钱修，老人上不了楼，物业费倒是按时来收。',
    kind: 'complaint',
  },
  {
    categoryId: 'property',
    words: '小区想成立业委会，请问需要什么材料，要找哪个部门备案？',
    kind: 'consult',
  },
  {
    categoryId: 'house-deed',
    words: '2019 年买的房，入住好几年了房产证还办不下来，孩子上学等着用，请问卡在哪一步。',
  },
  {
    categoryId: 'house-quality',
    scene: 'building',
    words: '新交房就发现墙体开裂、屋顶漏雨，找开发商推来推去没人管，希望住建部门来看看。',
    kind: 'complaint',
  },
  {
    categoryId: 'road-damage',
    scene: 'road',
    words: '{place}通往镇上的村路坑洼不平，路面破损严重，三轮车都翻过，盼着早点修一修。',
  },
  {
    categoryId: 'road-damage',
    scene: 'road',
    words: '{place}桥头路面坑洼不平，只放了几块砖头，大车天天绕着走，盼着早点修。',
  },
  {
    categoryId: 'road-damage',
    scene: 'road',
    words: '感谢交通局的同志，我反映{place}的道路破损，三天就修好了，路平了，心里也亮堂。',
    kind: 'praise',
  },
  {
    categoryId: 'bus',
    words: '{place}到县城的班车一天只有两趟，老人看病赶不上，能否增加一趟下午的？',
    kind: 'suggestion',
  },
  {
    categoryId: 'traffic-order',
    words: '{place}小学门口没有斑马线和红绿灯，大货车开得飞快，接送孩子提心吊胆。',
  },
  {
    categoryId: 'traffic-order',
    words: '{place}街上乱停车太多，消防通道都占了，希望施划停车位。',
    kind: 'suggestion',
  },
  {
    categoryId: 'noise',
    words: '{place}广场舞音响开到晚上十点多，家里有高三学生没法休息，请协调一下。',
    kind: 'complaint',
  },
  {
    categoryId: 'noise',
    scene: 'building',
    words: '{place}旁边工地夜间施工，噪音到凌晨一两点，打过电话停两天又开始。',
    kind: 'complaint',
  },
  {
    categoryId: 'air',
    scene: 'smoke',
    words: '{place}村东头有个小作坊天天排废气，气味难闻，夜里关着窗睡，希望查一查。',
    kind: 'complaint',
  },
  {
    categoryId: 'river',
    scene: 'river',
    words: '{place}河道里漂着死鱼，水发臭，怀疑上游养殖废水直排，庄稼都不敢浇。',
  },
  {
    categoryId: 'allowance',
    words: '我母亲八十多岁，有慢性病，家里困难，想给她申请低保，村里说要等，请问需要什么条件和材料？',
    kind: 'consult',
  },
  {
    categoryId: 'allowance',
    words: '邻居家着实困难，男人瘫痪，孩子上学，希望民政部门能给临时救助，帮他们过这个冬天。',
  },
  {
    categoryId: 'pension',
    words: '父亲今年六十，养老保险一直缴费，退休手续交上去两个月了养老金还没发，请帮忙查一下。',
  },
  {
    categoryId: 'wages',
    words: '在{place}附近工地干了三个月，包工头拖欠工资一万二，人也找不到了，我们六个农民工等着回家过年。',
  },
  {
    categoryId: 'wages',
    words: '厂里拖欠了两个月工资，说效益不好，我们去问就让等，孩子学费都交不上。',
    enterprise: { name: '澜溪县宏达制衣厂', position: '工人' },
  },
  {
    categoryId: 'medicare',
    words: '父亲在省城住院，异地就医备案没办成，回来医保报销被退回，请问要补哪些单子？',
    kind: 'consult',
  },
  {
    categoryId: 'enrolment',
    words: '{place}划到哪个学区？孩子明年上小学，户口和房子不在一处，报名要带什么材料？',
    kind: 'consult',
  },
  {
    categoryId: 'school-fees',
    words: '学校食堂伙食费涨了，饭菜却越来越差，孩子说吃不饱，希望查一查。',
    kind: 'complaint',
  },
  { categoryId: 'clinic', words: '{place}卫生院周末没有医生，孩子发烧只能跑县城，希望能安排值班。' },
  {
    categoryId: 'land-dispute',
    words: '{place}修路占了我家承包地，补偿款说好年底给，到现在没有说法，问村里推镇里。',
  },
  {
    categoryId: 'land-dispute',
    words: '邻居翻盖房子把地界往我家挪了半米，宅基地证上写得清楚，请来人量一量。',
  },
  {
    categoryId: 'farm-subsidy',
    words: '今年的种粮补贴别的村都到了，{place}还没到账，请问什么时候发放？',
    kind: 'consult',
  },
  {
    categoryId: 'village-affairs',
    kind: 'report',
    confidential: true,
    accuses: 'township',
    words: '举报{place}村干部把低保名额给了自己亲戚，村务公示也是走过场，希望上级来查，请替我保密。',
  },
  {
    categoryId: 'village-affairs',
    kind: 'complaint',
    accuses: 'township',
    words: '{place}村委会的账目好几年没公示，问就说在镇里，去镇里又说在村里。',
  },
  {
    categoryId: 'occupation',
    kind: 'report',
    confidential: true,
    accuses: 'urban',
    words: '举报个别执法人员收摊贩的好处费，谁交钱谁能占道摆摊，希望查清楚，我怕报复，请保密。',
  },
  {
    categoryId: 'consumer',
    words: '在县城健身房办的预付卡，开了两个月就关门，退款没人理，还有二十多个人和我一样。',
    kind: 'complaint',
  },
  { categoryId: 'consumer', words: '在超市买的电饭锅用三天就坏了，商家不给换也不退，说要等厂家。' },
  {
    categoryId: 'food',
    words: '{place}一家饭店卫生差，菜里吃出虫子，后厨也脏，请查一查食品安全。',
    kind: 'complaint',
  },
  {
    categoryId: 'gas-supply',
    words: '{place}天然气通气一直没消息，安装费交了大半年了，请问什么时候能通？',
    kind: 'consult',
  },
  { categoryId: 'other', words: '我捡到一只受伤的大鸟，像是猫头鹰，现在放在家里纸箱里，不知道该交给谁。' },
  {
    categoryId: 'road-damage',
    scene: 'road',
    words: '企业门口的道路坑洼，大车进不来，原料运输受影响，希望尽快修补。',
    enterprise: { name: '澜溪县清泉食品有限公司', position: '办公室主任' },
  },
  {
    categoryId: 'bus',
    kind: 'praise',
    words: '表扬 3 路公交的司机，老人在站牌边摔倒，他停车扶起来送回家，真是好人。',
  },
]

/** Matters that must not wait (R-D7). */
export const urgentMatters: Matter[] = [
  { categoryId: 'gas-supply', words: '{place}三单元楼道里有很重的燃气味，怀疑燃气泄漏，请马上派人来！' },
  {
    categoryId: 'power-supply',
    scene: 'lamp',
    words: '{place}路边高压线断了一根垂在地上，旁边就是菜地，没人敢靠近，请快来处理！',
  },
  {
    categoryId: 'water-supply',
    scene: 'water',
    words: '{place}主管道爆管了，水像喷泉一样，路面开始塌陷，全村停水！',
  },
]
