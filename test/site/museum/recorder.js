/*
 * First script of every museum page, before the page's own: writes down what goes wrong and how the page shifts, and
 * answers the harness. ES5, because it runs below the floor, too; keeps the natives that it needs, because many of the
 * pages replace them a moment later.
 */
(function () {
  'use strict';
  var problems = [];
  var shift = 0;
  var shifted = [];
  var apply = Function.prototype.call.bind(Function.prototype.apply);
  var own = Object.getOwnPropertyNames;
  var sortArray = Array.prototype.sort;
  var joinArray = Array.prototype.join;
  var find = document.querySelectorAll;
  var styleOf = window.getComputedStyle;
  var note = function (kind, text) {
    problems[problems.length] = kind + ': ' + text;
  };
  window.addEventListener(
    'error',
    function (event) {
      var at = event.target;
      if (at && at.nodeType === 1) note('not loaded', at.src || at.href || at.localName);
      else
        note(
          'exception',
          event.message + ' at ' + (event.filename || '').replace(/^.*\/\/[^/]*/, '') + ':' + event.lineno
        );
    },
    true
  );
  window.addEventListener('unhandledrejection', function (event) {
    note('rejection', (event.reason && (event.reason.stack || event.reason.message)) || event.reason);
  });
  document.addEventListener('securitypolicyviolation', function (event) {
    note('policy', event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample);
  });
  if (window.console && console.error) {
    var error = console.error;
    console.error = function () {
      note('console', apply(joinArray, arguments, [' ']));
      return apply(error, console, arguments);
    };
  }
  var shifts = false;
  try {
    new PerformanceObserver(function (list) {
      list.getEntries().forEach(function (entry) {
        if (entry.hadRecentInput) return;
        shift += entry.value;
        (entry.sources || []).forEach(function (source) {
          var node = source.node;
          shifted[shifted.length] =
            (node ? node.nodeName + '.' + node.className : '?') +
            ' ' +
            source.previousRect.y +
            '>' +
            source.currentRect.y;
        });
      });
    }).observe({ type: 'layout-shift', buffered: true });
    shifts = PerformanceObserver.supportedEntryTypes.indexOf('layout-shift') >= 0;
  } catch (e) {
    // Firefox, WebKit and old kernels do not measure it.
  }

  /** JSON text, whatever has become of JSON and toJSON. */
  function pack(value) {
    var kind = typeof value;
    if (value === null || value === undefined || (kind === 'number' && !isFinite(value))) return 'null';
    if (kind === 'number' || kind === 'boolean') return '' + value;
    if (kind === 'string') {
      var text = '"';
      for (var i = 0; i < value.length; i++) {
        var code = value.charCodeAt(i);
        var hex = code.toString(16);
        text +=
          code < 32 || code > 126 || code === 34 || code === 92
            ? '\\u' + '0000'.slice(hex.length) + hex
            : value.charAt(i);
      }
      return text + '"';
    }
    if (kind === 'function') return pack('function');
    var out = '';
    if (value instanceof Array) {
      for (var k = 0; k < value.length; k++) out += (k ? ',' : '') + pack(value[k]);
      return '[' + out + ']';
    }
    var names = own(value);
    for (var n = 0; n < names.length; n++) out += (n ? ',' : '') + pack(names[n]) + ':' + pack(value[names[n]]);
    return '{' + out + '}';
  }

  var ours = function (node) {
    return /^zwgk-/.test(node.localName || '');
  };
  function elements() {
    var all = apply(find, document, ['*']);
    var found = [];
    for (var i = 0; i < all.length; i++) if (ours(all[i])) found[found.length] = all[i];
    return found;
  }
  function first(tag, index) {
    return apply(find, document, [tag])[index || 0];
  }

  /** Every element in a shadow root that a reader sees: where it stands in the host's box and how its text is set. */
  function print(tag, index) {
    var host = first(tag, index);
    var box = host.getBoundingClientRect();
    var lines = [];
    (function walk(node, depth) {
      for (var child = node.firstElementChild; child; child = child.nextElementSibling) {
        if (child.localName === 'style' || child.localName === 'slot') continue;
        var at = child.getBoundingClientRect();
        if (at.width < 2 || at.height < 2) continue;
        var s = styleOf(child);
        lines[lines.length] = {
          what: child.localName + '.' + (child.getAttribute('part') || child.getAttribute('class') || '') + '@' + depth,
          box: [at.left - box.left, at.top - box.top, at.width, at.height],
          style: joinArray.call(
            [
              s.fontSize,
              s.fontFamily.slice(0, 24),
              s.fontWeight,
              s.fontStyle,
              s.color,
              s.letterSpacing,
              s.wordSpacing,
              s.lineHeight,
              s.textAlign,
              s.textIndent,
              s.textTransform,
              s.wordBreak,
              s.whiteSpace,
              s.visibility,
              s.writingMode,
              s.listStyleType,
            ],
            ' | '
          ),
        };
        if (child.namespaceURI !== 'http://www.w3.org/2000/svg') walk(child, depth + 1);
      }
    })(host.shadowRoot || host, 0);
    return { width: box.width, height: box.height, lines: lines };
  }

  /** The page without us: every other element's look and place across. Heights and places below us may differ. */
  function hostPrint() {
    var all = apply(find, document, ['body, body *']);
    var lines = [];
    for (var i = 0; i < all.length; i++) {
      var node = all[i];
      var inside = false;
      for (var up = node; up && up.nodeType === 1; up = up.parentNode)
        if (ours(up) || up.getAttribute('data-museum') === 'slot') inside = true;
      if (inside || /^(script|style|template)$/.test(node.localName)) continue;
      var s = styleOf(node);
      var at = node.getBoundingClientRect();
      lines[lines.length] = joinArray.call(
        [
          node.localName + '#' + (node.getAttribute('id') || '') + '.' + (node.getAttribute('class') || ''),
          s.display,
          s.visibility,
          s.position,
          s.zIndex,
          s.fontSize,
          s.color,
          s.backgroundColor,
          Math.round(at.left),
          Math.round(at.width),
        ],
        ' '
      );
    }
    return { room: document.documentElement.clientWidth, lines: lines };
  }

  /** What scripts of the page can notice: global names, natives, address, title, history. */
  function world() {
    var natives = {};
    var names = [
      'Array',
      'Object',
      'String',
      'Function',
      'Number',
      'Date',
      'Promise',
      'Element',
      'HTMLElement',
      'Node',
    ];
    for (var i = 0; i < names.length; i++) {
      var made = window[names[i]];
      natives[names[i]] = made && made.prototype ? sortArray.call(own(made.prototype)).length : -1;
    }
    return {
      natives: natives,
      globals: sortArray.call(own(window)),
      address: location.href.replace(/[?#].*/, ''),
      hash: location.hash,
      title: document.title,
      history: history.length,
    };
  }

  /** A place in an element, by selector and, where one is given, by the text it has. */
  function place(tag, selector, text, index) {
    var host = first(tag, index);
    var found = (host.shadowRoot || host).querySelectorAll(selector);
    for (var i = 0; i < found.length; i++)
      if (!text || (found[i].textContent || '').indexOf(text) >= 0) return found[i];
    return null;
  }
  function deepActive() {
    var at = document.activeElement;
    while (at && at.shadowRoot && at.shadowRoot.activeElement) at = at.shadowRoot.activeElement;
    return at;
  }
  function channel(text) {
    var found = /rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?/.exec(text);
    return found ? [+found[1], +found[2], +found[3], found[4] === undefined ? 1 : +found[4]] : [0, 0, 0, 0];
  }
  function light(rgb) {
    var sum = 0;
    var share = [0.2126, 0.7152, 0.0722];
    for (var i = 0; i < 3; i++) {
      var c = rgb[i] / 255;
      sum += share[i] * (c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
    }
    return sum;
  }
  /** Contrast of an element's text with what lies behind it. */
  function contrast(tag, index) {
    var host = first(tag, index);
    var back = [255, 255, 255];
    for (var up = host; up && up.nodeType === 1; up = up.parentNode) {
      var c = channel(styleOf(up).backgroundColor);
      if (c[3] > 0.5) {
        back = c;
        break;
      }
    }
    var a = light(channel(styleOf(host).color));
    var b = light(back);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  window.museum = {
    pack: pack,
    elements: elements,
    print: print,
    hostPrint: hostPrint,
    world: world,
    quirks: document.compatMode === 'BackCompat',
    place: place,
    first: first,
    active: deepActive,
    contrast: contrast,
    state: function () {
      return { problems: problems, shift: shifts ? shift : null, shifted: shifted };
    },
    /** Tags of ours that are not done yet. */
    pending: function () {
      var all = elements();
      var left = [];
      for (var i = 0; i < all.length; i++)
        if (!window.customElements || !customElements.get(all[i].localName) || all[i].hasAttribute('aria-busy'))
          left[left.length] = all[i].localName;
      return left;
    },
  };
})();
