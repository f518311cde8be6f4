/* oxlint-disable no-var, prefer-template -- goes into the loader, which is ES5 (see loader.ts). */
/**
 * The document that an element will ask for is asked for while its code is still on the way: the same request (see http.ts
 * of the client), which the element's own takes over by its address (client-context.ts), once. Whatever goes wrong here
 * is left to the element, which asks again and tells.
 */
interface Early {
  zwgkEarly?: Record<string, (request: Request) => Promise<Response>>;
}

function ignore() {}

export function askEarly(element: Element): void {
  var page = window as Early;
  var src = element.getAttribute('src');
  var asked = page.zwgkEarly || (page.zwgkEarly = {});
  // A document inside the tag comes first; while the page is being parsed it may not have been read yet.
  if (!src || element.querySelector('script') || (document.readyState === 'loading' && !element.nextSibling)) return;
  // So does one that a script has given already, and its own `client` asks in its own way.
  if (/guide|catalogue|flowchart|client/.test(String(Object.keys(element)))) return;
  try {
    var url = new URL(src, element.baseURI).href;
    if (asked[url] || !/^https?:/.test(url)) return;
    var control = new AbortController();
    var answer = fetch(
      new Request(url, {
        headers: { accept: 'application/json' },
        signal: control.signal,
        credentials: 'same-origin',
        referrerPolicy: 'strict-origin-when-cross-origin',
        cache: element.localName === 'zwgk-catalogue' ? 'no-cache' : 'default',
      }),
    ).then(function (response) {
      // Read as it comes, too.
      var text = response.text();
      text.then(null, ignore);
      response.text = function () {
        return text;
      };
      return response;
    });
    answer.then(null, ignore);
    asked[url] = function (request) {
      if (request.method !== 'GET') return fetch(request);
      delete asked[url];
      request.signal.addEventListener('abort', function () {
        control.abort();
      });
      return answer;
    };
  } catch (failed) {
    void failed;
  }
}
