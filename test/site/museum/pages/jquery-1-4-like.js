/* The manners of a library of 2010 (live, delegate, bind; handlers at the document; its own event object), for this museum. */
(function () {
  function Set(list) {
    for (var i = 0; i < list.length; i++) this[i] = list[i];
    this.length = list.length;
  }
  function $(what) {
    if (typeof what === 'function') return document.addEventListener('DOMContentLoaded', what, false);
    if (typeof what === 'string') {
      var found = new Set(document.querySelectorAll(what));
      found.selector = what;
      return found;
    }
    return new Set([what]);
  }
  function fix(event) {
    /* Copies what it knows, as libraries did when browsers disagreed; what it does not know stays in originalEvent. */
    var copy = { originalEvent: event, type: event.type, target: event.target, which: event.which || event.keyCode };
    if (copy.target && copy.target.nodeType === 3) copy.target = copy.target.parentNode;
    copy.preventDefault = function () {
      event.preventDefault();
    };
    copy.stopPropagation = function () {
      event.stopPropagation();
    };
    return copy;
  }
  function delegate(root, selector, name, handler) {
    root.addEventListener(name, function (event) {
      for (var at = event.target; at && at !== document; at = at.parentNode)
        if (at.nodeType === 1 && (at.className + '').split(' ') && at.matches(selector)) {
          if (handler.call(at, fix(event)) === false) event.preventDefault();
        }
    });
  }
  Set.prototype = $.fn = {
    each: function (run) {
      for (var i = 0; i < this.length; i++) run.call(this[i], i, this[i]);
      return this;
    },
    bind: function (name, handler) {
      return this.each(function () {
        var me = this;
        this.addEventListener(name, function (event) {
          if (handler.call(me, fix(event)) === false) event.preventDefault();
        });
      });
    },
    live: function (name, handler) {
      delegate(document, this.selector, name, handler);
      return this;
    },
    delegate: function (selector, name, handler) {
      return this.each(function () {
        delegate(this, selector, name, handler);
      });
    },
    html: function (text) {
      return this.each(function () {
        this.innerHTML = text;
      });
    },
  };
  window.$ = window.jQuery = $;
})();
