/* 全站脚本：日期、简繁英切换、字号、适老版、配色、选项卡、站内检索。2014 建站，ES5 写法，放在 head 里。 */
(function () {
  var root = document.documentElement;
  var store = {
    get: function (key) {
      try {
        return window.localStorage.getItem('site-' + key);
      } catch (e) {
        return null;
      }
    },
    set: function (key, value) {
      try {
        window.localStorage.setItem('site-' + key, value);
      } catch (e) {
        /* 隐私模式下不记忆 */
      }
    },
  };
  var state = {
    lang: store.get('lang') || 'zh-Hans',
    size: store.get('size') || 'm',
    theme: store.get('theme') || 'red',
    elder: store.get('elder') || 'off',
  };
  root.className += ' js';

  /* ---- 样式类设置：页面显示之前就要生效 ---- */
  function paint() {
    root.setAttribute('lang', state.lang);
    root.className = root.className.replace(/ ?(size-[sml]|elder)\b/g, '');
    root.className += state.elder === 'on' ? ' elder' : ' size-' + state.size;
    link('theme-red', state.theme === 'red');
    link('theme-blue', state.theme === 'blue');
    link('theme-large', state.elder === 'on');
  }
  function link(id, on) {
    var node = document.getElementById(id);
    if (node) node.disabled = !on;
  }
  paint();

  /* ---- 繁体：本站用字对照，zwgk-* 组件自己会换 ---- */
  var S =
    '万与专业东两严个丰临为丽举么义乐乡书买乱于云产亩亲仅从们价众优会传体余侧偿储儿党关兴养内写军农冲决况准减凑几凭击划刘则刚创别办务动励劳区医华协单卖占卧卫厂厅历压厦县参双发变号后听启吴员咨响团围国图场坏坞墙声处备复够头夹奖孙学实审宽对导将尘层属岁岗岛岭币师带帮干并广庄庆库应废开异弃张弹强归当录征径怀态户执扫扬抚抛护报担拟拨择损换据携数断无旧时显晒暂术机杀杂权条来杨构枫标栏树样档桥桩检楼欢残殡毕没洁测济涨渗湾滞满灭灯灾点热爱状独环现电画疗盏监盖码砖确种秘积称税稳笔笼签简类粮纠红约级纪纳纷纸线练组细织终绍经结绕给统继续维综编缴网罚职联脑脚艺节苇苍范荐药获营蓝虚蝇补装见观规视计认讨让训议记许论讼设访证评识诉诊词试诚话询该语误说请诺读谁调谈谢负财责账货质购贴贷费资赋赔赡赵车转轮轻载较辆辍输辖辩边达过运还这进远违连适选邮邻郑采里针钟钱银链销错键镇长门问闲间闸阅队阳阶陈险随隐难静页顶项顺须预领频题额风飞饮馆马驻验鱼鸟鸡麦黄齐龄龙';
  var T =
    '萬與專業東兩嚴個豐臨為麗舉麼義樂鄉書買亂於雲產畝親僅從們價衆優會傳體餘側償儲兒黨關興養內寫軍農衝決況準減湊幾憑擊劃劉則剛創別辦務動勵勞區醫華協單賣佔臥衛廠廳歷壓廈縣參雙發變號後聽啟吳員諮響團圍國圖場壞塢牆聲處備復夠頭夾獎孫學實審寬對導將塵層屬歲崗島嶺幣師帶幫幹並廣莊慶庫應廢開異棄張彈強歸當錄徵徑懷態戶執掃揚撫拋護報擔擬撥擇損換據攜數斷無舊時顯曬暫術機殺雜權條來楊構楓標欄樹樣檔橋樁檢樓歡殘殯畢沒潔測濟漲滲灣滯滿滅燈災點熱愛狀獨環現電畫療盞監蓋碼磚確種祕積稱稅穩筆籠簽簡類糧糾紅約級紀納紛紙線練組細織終紹經結繞給統繼續維綜編繳網罰職聯腦腳藝節葦蒼範薦藥獲營藍虛蠅補裝見觀規視計認討讓訓議記許論訟設訪證評識訴診詞試誠話詢該語誤說請諾讀誰調談謝負財責賬貨質購貼貸費資賦賠贍趙車轉輪輕載較輛輟輸轄辯邊達過運還這進遠違連適選郵鄰鄭採裏針鐘錢銀鏈銷錯鍵鎮長門問閒間閘閱隊陽階陳險隨隱難靜頁頂項順須預領頻題額風飛飲館馬駐驗魚鳥雞麥黃齊齡龍';
  var phrases = [
    ['批准', '批准'],
    ['准予', '准予'],
    ['核准', '核准'],
    ['获准', '獲准'],
    ['不准', '不准'],
    ['若干', '若干'],
    ['干旱', '乾旱'],
    ['联系', '聯繫'],
    ['关系', '關係'],
    ['公里', '公里'],
    ['邻里', '鄰里'],
    ['里路', '里路'],
    ['标签', '標籤'],
    ['答复', '答覆'],
    ['回复', '回覆'],
    ['复核', '複核'],
    ['重复', '重複'],
    ['复杂', '複雜'],
    ['复查', '複查'],
    ['复印', '複印'],
    ['复制', '複製'],
    ['制作', '製作'],
    ['标注', '標註'],
    ['细致', '細緻'],
    ['一并', '一併'],
    ['合并', '合併'],
    ['冲刷', '沖刷'],
    ['委托', '委託'],
    ['刮风', '颳風'],
    ['平台', '平臺'],
    ['周一', '週一'],
    ['周五', '週五'],
    ['周六', '週六'],
    ['周日', '週日'],
    ['周岁', '週歲'],
    ['每周', '每週'],
  ];
  function traditional(text) {
    var out = '';
    for (var i = 0; i < text.length;) {
      var hit = null;
      for (var k = 0; k < phrases.length; k++)
        if (text.substr(i, phrases[k][0].length) === phrases[k][0]) hit = phrases[k];
      if (hit) {
        out += hit[1];
        i += hit[0].length;
        continue;
      }
      var at = S.indexOf(text.charAt(i));
      out += at < 0 ? text.charAt(i) : T.charAt(at);
      i++;
    }
    return out;
  }
  var kept = [];
  function collect(node) {
    for (var child = node.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === 3 && /[^\x00-\x7f]/.test(child.data)) kept.push({ node: child, text: child.data });
      else if (child.nodeType === 1 && !/^(script|style|zwgk-(?!provider).*)$/i.test(child.nodeName)) {
        var english = child.getAttribute('data-en');
        var hint = child.getAttribute('placeholder') || child.getAttribute('alt') || child.getAttribute('aria-label');
        if (hint) kept.push({ node: child, hint: hint, english: child.getAttribute('data-en-hint') });
        if (english && child.firstChild && child.firstChild.nodeType === 3)
          kept.push({ node: child.firstChild, text: child.firstChild.data, english: english });
        else collect(child);
      }
    }
  }
  function translate() {
    var i;
    if (!kept.length) collect(document.body);
    for (i = 0; i < kept.length; i++) {
      var one = kept[i];
      var from = one.text || one.hint;
      var to = state.lang === 'zh-Hant' ? traditional(from) : state.lang === 'en' && one.english ? one.english : from;
      if (one.text) {
        if (one.node.data !== to) one.node.data = to;
      } else
        for (var j = 0, names = ['placeholder', 'alt', 'aria-label']; j < 3; j++)
          if (one.node.getAttribute(names[j])) one.node.setAttribute(names[j], to);
    }
    /* 英文版里仍是中文的内容，告诉读屏软件 */
    var chinese = document.querySelectorAll('.zh');
    for (i = 0; i < chinese.length; i++)
      if (state.lang === 'en') chinese[i].setAttribute('lang', 'zh-Hans');
      else chinese[i].removeAttribute('lang');
  }

  function press() {
    var buttons = document.querySelectorAll('[data-set]');
    for (var i = 0; i < buttons.length; i++) {
      var pair = buttons[i].getAttribute('data-set').split(':');
      var on = state[pair[0]] === pair[1];
      buttons[i].setAttribute('aria-pressed', on ? 'true' : 'false');
    }
  }

  function today() {
    var node = document.getElementById('today');
    if (!node) return;
    var d = new Date();
    var text =
      '今天是' +
      d.getFullYear() +
      '年' +
      (d.getMonth() + 1) +
      '月' +
      d.getDate() +
      '日 星期' +
      '日一二三四五六'.charAt(d.getDay());
    node.appendChild(document.createTextNode(text));
  }

  /* ---- 选项卡：左右方向键可切换；无脚本时各栏依次显示 ---- */
  function tabs(box) {
    var panels = box.querySelectorAll('.panel');
    var bar = document.createElement('div');
    bar.className = 'tabs';
    bar.setAttribute('role', 'tablist');
    var buttons = [];
    function show(index, focus) {
      for (var i = 0; i < panels.length; i++) {
        panels[i].hidden = i !== index;
        buttons[i].setAttribute('aria-selected', i === index ? 'true' : 'false');
        buttons[i].tabIndex = i === index ? 0 : -1;
      }
      if (focus) buttons[index].focus();
    }
    function add(i) {
      var heading = panels[i].querySelector('h3');
      var button = document.createElement('button');
      button.type = 'button';
      button.id = panels[i].id + '-tab';
      button.setAttribute('role', 'tab');
      button.setAttribute('aria-controls', panels[i].id);
      if (heading.getAttribute('data-en')) button.setAttribute('data-en', heading.getAttribute('data-en'));
      button.appendChild(document.createTextNode(heading.firstChild.data));
      button.onclick = function () {
        show(i);
      };
      button.onkeydown = function (event) {
        var step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
        if (step) show((i + step + panels.length) % panels.length, true);
      };
      panels[i].setAttribute('role', 'tabpanel');
      panels[i].setAttribute('aria-labelledby', button.id);
      buttons.push(button);
      bar.appendChild(button);
    }
    for (var i = 0; i < panels.length; i++) add(i);
    box.querySelector('.hd').appendChild(bar);
    show(0);
  }

  /* ---- 站内检索：/zwgk.html?q=… 把检索词交给目录组件 ---- */
  function search() {
    var match = /[?&]q=([^&]*)/.exec(location.search);
    var catalogue = document.getElementById('mulu');
    if (!match || !catalogue) return;
    var words;
    try {
      words = decodeURIComponent(match[1].replace(/\+/g, ' '));
    } catch (e) {
      return;
    }
    catalogue.setAttribute('query', words.substr(0, 100));
    document.getElementById('q').value = words;
  }

  document.addEventListener('DOMContentLoaded', function () {
    var boxes = document.querySelectorAll('[data-tabs]');
    for (var i = 0; i < boxes.length; i++) tabs(boxes[i]);
    today();
    paint();
    press();
    search();
    if (state.lang !== 'zh-Hans') translate();
    var bar = document.getElementById('settings');
    if (!bar) return;
    bar.hidden = false;
    bar.onclick = function (event) {
      var set = event.target.getAttribute('data-set');
      if (!set) return;
      var pair = set.split(':');
      if (pair[0] === 'elder' && state.elder === 'on') pair[1] = 'off';
      state[pair[0]] = pair[1];
      store.set(pair[0], pair[1]);
      paint();
      press();
      if (pair[0] === 'lang') translate();
    };
  });
})();
