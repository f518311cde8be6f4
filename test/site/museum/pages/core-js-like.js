/* What a bundle of polyfills of 2015 to 2017 leaves behind: replaced Promise, fetch, CustomEvent, matches, assign. */
(function () {
  window._babelPolyfill = true;
  window.__core_js_shared__ = {};
  var Native = window.Promise;
  /* A Promise of its own that knows then, catch, all, race, resolve, reject: no finally, allSettled, any. */
  function Promise2(run) {
    var inner = new Native(run);
    this._inner = inner;
  }
  Promise2.prototype.then = function (a, b) {
    var inner = this._inner.then(a, b);
    return new Promise2(function (resolve, reject) {
      inner.then(resolve, reject);
    });
  };
  Promise2.prototype['catch'] = function (b) {
    return this.then(undefined, b);
  };
  ['all', 'race'].forEach(function (name) {
    Promise2[name] = function (list) {
      return new Promise2(function (resolve, reject) {
        Native[name](list).then(resolve, reject);
      });
    };
  });
  Promise2.resolve = function (value) {
    return new Promise2(function (resolve) {
      resolve(value);
    });
  };
  Promise2.reject = function (value) {
    return new Promise2(function (resolve, reject) {
      reject(value);
    });
  };
  window.Promise = Promise2;
  Object.assign = function (target) {
    for (var i = 1; i < arguments.length; i++)
      for (var key in arguments[i] || {})
        if (Object.prototype.hasOwnProperty.call(arguments[i], key)) target[key] = arguments[i][key];
    return target;
  };
  Array.prototype.includes = function (value) {
    return this.indexOf(value) !== -1;
  };
  /* Enumerable, as Array.prototype.x = … leaves it. */
  Array.prototype.flatten = function () {
    return [].concat.apply([], this);
  };
  String.prototype.padStart = function (length, fill) {
    var text = String(this);
    while (text.length < length) text = (fill || ' ') + text;
    return text;
  };
  Element.prototype.matches = Element.prototype.webkitMatchesSelector || Element.prototype.matches;
  Element.prototype.closest = function (selector) {
    var at = this;
    while (at && !at.matches(selector)) at = at.parentElement;
    return at;
  };
  NodeList.prototype.forEach = Array.prototype.forEach;
  var NativeEvent = window.Event;
  function CustomEvent2(name, params) {
    params = params || {};
    var event = document.createEvent('CustomEvent');
    event.initCustomEvent(name, !!params.bubbles, !!params.cancelable, params.detail);
    return event;
  }
  CustomEvent2.prototype = NativeEvent.prototype;
  window.CustomEvent = CustomEvent2;
  /* fetch over XMLHttpRequest: no signal, no body stream. */
  var Headers2 = window.Headers;
  window.fetch = function (input, init) {
    init = init || {};
    return new Promise2(function (resolve, reject) {
      var xhr = new XMLHttpRequest();
      xhr.open(init.method || 'GET', String(input.url || input), true);
      var headers = new Headers2(init.headers || {});
      headers.forEach(function (value, name) {
        xhr.setRequestHeader(name, value);
      });
      xhr.onload = function () {
        var text = xhr.responseText;
        resolve({
          ok: xhr.status >= 200 && xhr.status < 300,
          status: xhr.status,
          statusText: xhr.statusText,
          url: xhr.responseURL,
          headers: new Headers2({ 'content-type': xhr.getResponseHeader('content-type') || '' }),
          text: function () {
            return Promise2.resolve(text);
          },
          json: function () {
            return Promise2.resolve(text).then(JSON.parse);
          },
        });
      };
      xhr.onerror = function () {
        reject(new TypeError('Network request failed'));
      };
      xhr.send(init.body || null);
    });
  };
  window.fetch.polyfill = true;
  window.host = {
    act: function (done) {
      done();
    },
    report: function () {
      return {
        fetch: window.fetch.polyfill,
        promise: window.Promise === Promise2,
        pad: '7'.padStart(2, '0'),
        event: new CustomEvent('a', { detail: 4 }).detail,
      };
    },
  };
})();
