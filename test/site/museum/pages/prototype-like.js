/* What a framework of 2008 did to the natives, in its manner, written for this museum. */
(function () {
  var $break = {};
  function extend(to, from) {
    for (var key in from) to[key] = from[key];
    return to;
  }
  window.$ = function (id) {
    return typeof id === 'string' ? document.getElementById(id) : id;
  };
  window.$A = function (list) {
    if (!list) return [];
    if (list.toArray && !(list instanceof Array)) return list.toArray();
    var length = list.length || 0;
    var results = new Array(length);
    while (length--) results[length] = list[length];
    return results;
  };
  Array.from = window.$A;
  extend(Object, {
    keys: function (object) {
      var keys = [];
      for (var property in object) keys.push(property);
      return keys;
    },
    values: function (object) {
      var values = [];
      for (var property in object) values.push(object[property]);
      return values;
    },
    clone: function (object) {
      return extend({}, object);
    },
    toJSON: function (object) {
      if (object === undefined || typeof object === 'function') return undefined;
      if (object === null) return 'null';
      if (typeof object === 'boolean') return object.toString();
      if (object.toJSON) return object.toJSON();
      if (object.nodeType === 1) return undefined;
      var results = [];
      for (var property in object) {
        var value = Object.toJSON(object[property]);
        if (value !== undefined) results.push(property.toJSON() + ': ' + value);
      }
      return '{' + results.join(', ') + '}';
    },
    isFunction: function (object) {
      return typeof object === 'function';
    },
  });
  var slice = Array.prototype.slice;
  extend(Function.prototype, {
    bind: function () {
      if (arguments.length < 2 && arguments[0] === undefined) return this;
      var method = this;
      var args = slice.call(arguments);
      var object = args.shift();
      return function () {
        return method.apply(object, args.concat(slice.call(arguments)));
      };
    },
    wrap: function (wrapper) {
      var method = this;
      return function () {
        return wrapper.apply(this, [method.bind(this)].concat(slice.call(arguments)));
      };
    },
    methodize: function () {
      var method = this;
      return function () {
        return method.apply(null, [this].concat(slice.call(arguments)));
      };
    },
    defer: function () {
      return setTimeout(this, 10);
    },
  });
  extend(String.prototype, {
    gsub: function (pattern, replacement) {
      return this.split(pattern).join(replacement);
    },
    sub: function (pattern, replacement) {
      return this.replace(pattern, replacement);
    },
    strip: function () {
      return this.replace(/^\s+/, '').replace(/\s+$/, '');
    },
    toArray: function () {
      return this.split('');
    },
    startsWith: function (pattern) {
      return this.indexOf(pattern) === 0;
    },
    endsWith: function (pattern) {
      var d = this.length - pattern.length;
      return d >= 0 && this.lastIndexOf(pattern) === d;
    },
    include: function (pattern) {
      return this.indexOf(pattern) > -1;
    },
    blank: function () {
      return /^\s*$/.test(this);
    },
    empty: function () {
      return this == '';
    },
    toJSON: function () {
      return '"' + this.replace(/(["\\])/g, '\\$1') + '"';
    },
  });
  Number.prototype.toJSON = function () {
    return isFinite(this) ? this.toString() : 'null';
  };
  Date.prototype.toJSON = function () {
    return '"' + this.getUTCFullYear() + '"';
  };
  var Enumerable = {
    collect: function (iterator) {
      var results = [];
      this.each(function (value, index) {
        results.push(iterator ? iterator(value, index) : value);
      });
      return results;
    },
    all: function (iterator) {
      var result = true;
      this.each(function (value, index) {
        result = result && !!(iterator ? iterator(value, index) : value);
        if (!result) throw $break;
      });
      return result;
    },
    any: function (iterator) {
      var result = false;
      this.each(function (value, index) {
        if ((result = !!(iterator ? iterator(value, index) : value))) throw $break;
      });
      return result;
    },
    detect: function (iterator) {
      var result;
      this.each(function (value, index) {
        if (iterator(value, index)) {
          result = value;
          throw $break;
        }
      });
      return result;
    },
    findAll: function (iterator) {
      var results = [];
      this.each(function (value, index) {
        if (iterator(value, index)) results.push(value);
      });
      return results;
    },
    include: function (object) {
      return this.indexOf(object) !== -1;
    },
    inject: function (memo, iterator) {
      this.each(function (value, index) {
        memo = iterator(memo, value, index);
      });
      return memo;
    },
    toArray: function () {
      return this.collect();
    },
    size: function () {
      return this.toArray().length;
    },
  };
  extend(Enumerable, {
    map: Enumerable.collect,
    find: Enumerable.detect,
    select: Enumerable.findAll,
    filter: Enumerable.findAll,
    member: Enumerable.include,
    entries: Enumerable.toArray,
    every: Enumerable.all,
    some: Enumerable.any,
  });
  extend(Array.prototype, Enumerable);
  var reverse = Array.prototype.reverse;
  extend(Array.prototype, {
    each: function (iterator) {
      try {
        for (var i = 0; i < this.length; i++) iterator(this[i], i);
      } catch (e) {
        if (e !== $break) throw e;
      }
      return this;
    },
    clear: function () {
      this.length = 0;
      return this;
    },
    first: function () {
      return this[0];
    },
    last: function () {
      return this[this.length - 1];
    },
    compact: function () {
      return this.select(function (value) {
        return value != null;
      });
    },
    flatten: function () {
      return this.inject([], function (array, value) {
        return array.concat(value instanceof Array ? value.flatten() : [value]);
      });
    },
    without: function () {
      var values = slice.call(arguments);
      return this.select(function (value) {
        return !values.include(value);
      });
    },
    reverse: function (inline) {
      return reverse.call(inline !== false ? this : this.toArray());
    },
    reduce: function () {
      return this.length > 1 ? this : this[0];
    },
    uniq: function () {
      return this.inject([], function (array, value) {
        return array.include(value) ? array : array.concat([value]);
      });
    },
    toArray: function () {
      return slice.call(this);
    },
    toJSON: function () {
      var results = [];
      this.each(function (object) {
        var value = Object.toJSON(object);
        if (value !== undefined) results.push(value);
      });
      return '[' + results.join(', ') + ']';
    },
  });
  var methods = {
    visible: function (element) {
      return element.style.display !== 'none';
    },
    toggle: function (element) {
      element[element.visible() ? 'hide' : 'show']();
      return element;
    },
    hide: function (element) {
      element.style.display = 'none';
      return element;
    },
    show: function (element) {
      element.style.display = '';
      return element;
    },
    remove: function (element) {
      element.parentNode.removeChild(element);
      return element;
    },
    update: function (element, content) {
      element.innerHTML = content;
      return element;
    },
    replace: function (element, content) {
      element.outerHTML = content;
      return element;
    },
    insert: function (element, content) {
      element.insertAdjacentHTML('beforeend', content);
      return element;
    },
    wrap: function (element) {
      return element;
    },
    select: function (element, selector) {
      return $A(element.querySelectorAll(selector));
    },
    up: function (element) {
      return element.parentNode;
    },
    match: function (element, selector) {
      return element.matches(selector);
    },
    scrollTo: function (element) {
      window.scrollTo(0, element.offsetTop);
      return element;
    },
    hasClassName: function (element, name) {
      return element.classList.contains(name);
    },
    observe: function (element, name, handler) {
      element.addEventListener(name, handler, false);
      return element;
    },
    readAttribute: function (element, name) {
      return element.getAttribute(name);
    },
    childElements: function (element) {
      return $A(element.children);
    },
    clone: function (element, deep) {
      return element.cloneNode(deep);
    },
  };
  var old = window.Element;
  for (var name in methods) {
    old.prototype[name] = methods[name].methodize();
    HTMLElement.prototype[name] = methods[name].methodize();
  }
  window.Element = function (tagName, attributes) {
    var element = document.createElement(tagName);
    for (var key in attributes || {}) element.setAttribute(key, attributes[key]);
    return element;
  };
  extend(window.Element, old);
  window.Element.prototype = old.prototype;
  window.Element.Methods = methods;
  document.getElementsByClassName = function (className) {
    return $A(document.querySelectorAll('.' + className));
  };
  extend(window.Event, {
    KEY_RETURN: 13,
    element: function (event) {
      return event.target;
    },
    stop: function (event) {
      event.preventDefault();
      event.stopPropagation();
    },
  });
  Event.prototype.stop = function () {
    Event.stop(this);
  };
  window.Hash = function (object) {
    this._object = Object.clone(object);
  };
  window.host = {
    act: function (done) {
      $('first').hide();
      $('first').show();
      done();
    },
    report: function () {
      return {
        from: Array.from({ length: 2, 0: 'a', 1: 'b' }).join(),
        json: Object.toJSON([1, 'a', { b: 2 }]),
        reduce: [1].reduce(),
        uniq: [1, 1, 2].uniq().join(),
        element: new Element('b', { title: '公' }).title,
        visible: $('first').visible(),
      };
    },
  };
})();
