import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  QUERY_CODE_SYMBOLS,
  codeOfWords,
  formatQueryCode,
  queryCodeCheck,
  spokenWordList,
  spokenWords,
} from '@zwgk/schema';
import { pinyin } from 'pinyin-pro';

const words = spokenWordList();
/** What is left of a syllable for ears that do not tell zh z, ch c, sh s, n l r, h f, -n -ng apart. */
const sound = (syllable: string) =>
  syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^[nr](?=.)/, 'l')
    .replace(/^(?:hu|fu)/, 'f')
    .replace(/ng$/, 'n')
    .replace(/v/g, 'u');
const syllables = (word: string) => pinyin(word, { toneType: 'none', type: 'array', v: true });
const sounds = words.map((word) => syllables(word).map(sound));

let seed = 7;
const random = (below: number) => {
  seed = (seed * 1103515245 + 12345) % 2 ** 31;
  return Math.floor((seed / 2 ** 31) * below);
};
const randomCode = () => {
  const symbols = Array.from({ length: 11 }, () => QUERY_CODE_SYMBOLS[random(31)]).join('');
  return formatQueryCode(symbols + queryCodeCheck(symbols));
};

test('a thousand and twenty-four words of two characters, none twice', () => {
  assert.equal(words.length, 1024);
  assert.equal(new Set(words).size, 1024);
  for (const word of words) assert.match(word, /^\p{Script=Han}{2}$/u);
});

test('no two words sound alike: not without tones, and not to southern ears either', () => {
  const heard = new Map<string, string>();
  for (const [i, word] of words.entries()) {
    const key = sounds[i]!.join(' ');
    assert.equal(heard.get(key), undefined, `${word} and ${heard.get(key)}`);
    heard.set(key, word);
  }
});

test('words that share a syllable in one place have different remainders by 43', () => {
  for (let i = 0; i < 1024; i++)
    for (let j = i + 43; j < 1024; j += 43)
      for (const place of [0, 1]) assert.notEqual(sounds[i]![place], sounds[j]![place], `${words[i]} and ${words[j]}`);
});

test('each code has six words, and the words give the code back, however they were written down', () => {
  for (let i = 0; i < 2000; i++) {
    const code = randomCode();
    const six = spokenWords(code)!;
    assert.equal(six.length, 6);
    assert.equal(codeOfWords(six.join(' ')), code);
    assert.equal(codeOfWords(six.join('')), code);
    assert.equal(codeOfWords(six.map((word, n) => `${n + 1}. ${word}，`).join('\n')), code);
  }
  const last = 'Z'.repeat(11);
  const code = formatQueryCode(last + queryCodeCheck(last));
  assert.equal(codeOfWords(spokenWords(code)!.join('')), code);
});

test('a word of which one syllable was heard wrong is found, always', () => {
  for (let i = 0; i < 300; i++) {
    const six = spokenWords(randomCode())!;
    for (let place = 0; place < 6; place++) {
      const said = words.indexOf(six[place]!);
      for (let other = 0; other < 1024; other++) {
        if (other === said || (sounds[other]![0] !== sounds[said]![0] && sounds[other]![1] !== sounds[said]![1]))
          continue;
        const heard = [...six];
        heard[place] = words[other]!;
        assert.equal(codeOfWords(heard.join('')), undefined, `${six[place]} heard as ${words[other]}`);
      }
    }
  }
});

test('two words that changed places are found, and of any other wrong words all but one in forty', () => {
  let missed = 0;
  let tried = 0;
  for (let i = 0; i < 2000; i++) {
    const six = spokenWords(randomCode())!;
    const place = random(6);
    const other = (place + 1 + random(5)) % 6;
    if ((words.indexOf(six[place]!) - words.indexOf(six[other]!)) % 43 !== 0) {
      const swapped = [...six];
      [swapped[place], swapped[other]] = [six[other]!, six[place]!];
      assert.equal(codeOfWords(swapped.join('')), undefined);
    }
    const wrong = words[random(1024)]!;
    if (wrong === six[place]) continue;
    tried++;
    const heard = [...six];
    heard[place] = wrong;
    if (codeOfWords(heard.join('')) !== undefined) missed++;
  }
  assert.ok(missed / tried < 0.04, `${missed} of ${tried} missed`);
});

test('what is no six words of the list is no code', () => {
  const six = spokenWords(randomCode())!;
  for (const text of [
    '',
    '苹果',
    six.slice(1).join(' '),
    [...six, six[0]].join(' '),
    `${six.join('')}的`,
    `${six.slice(1).join('')}政府`,
    'K7M2-Q9TX-4BHW',
    '𠮷𠮷𠮷𠮷𠮷𠮷',
    '\ud83d'.repeat(12),
    '字'.repeat(100000),
  ])
    assert.equal(codeOfWords(text), undefined, text.slice(0, 30));
  for (const text of ['', 'K7M2', 'AAAA-AAAA-AAAB', '12'.repeat(9)]) assert.equal(spokenWords(text), undefined, text);
});
