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
    root.className += ' size-' + state.size + (state.elder === 'on' ? ' elder' : '');
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
  var S = '@SIMPLIFIED@';
  var T = '@TRADITIONAL@';
  var phrases = [
    ['干部', '幹部'],
    ['骨干', '骨幹'],
    ['若干', '若干'],
    ['干旱', '乾旱'],
    ['水系', '水系'],
    ['联系', '聯繫'],
    ['关系', '關係'],
    ['公里', '公里'],
    ['村里', '村裡'],
    ['镇里', '鎮裡'],
    ['家里', '家裡'],
    ['理发', '理髮'],
    ['头发', '頭髮'],
    ['皇后', '皇后'],
    ['面粉', '麵粉'],
    ['回复', '回覆'],
    ['答复', '答覆'],
    ['复议', '複議'],
    ['复核', '複核'],
    ['重复', '重複'],
    ['复印', '複印'],
    ['复制', '複製'],
    ['监制', '監製'],
    ['制作', '製作'],
    ['编制', '編製'],
    ['印制', '印製'],
    ['征地', '徵地'],
    ['征求', '徵求'],
    ['征集', '徵集'],
    ['征收', '徵收'],
    ['秋收', '秋收'],
    ['台账', '台賬'],
    ['平台', '平臺'],
    ['老板', '老闆'],
    ['余额', '餘額'],
    ['其余', '其餘'],
    ['准予', '准予'],
    ['批准', '批准'],
    ['占用', '佔用'],
    ['一只', '一隻'],
    ['下游', '下游'],
    ['合并', '合併'],
    ['并网', '併網'],
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
