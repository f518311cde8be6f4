/** What a citizen's phone downloads: each file beside Lit alone, minified, gzip and brotli. */
import { readFileSync, readdirSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';

const cdn = new URL('../../packages/elements/cdn/', import.meta.url);

export async function run() {
  const bundle = await rollup({
    input: 'lit-alone',
    plugins: [
      {
        name: 'lit-alone',
        resolveId: (id) => (id === 'lit-alone' ? '\0lit-alone' : null),
        load: (id) =>
          id === '\0lit-alone'
            ? `import { LitElement, html, css } from 'lit'; console.log(LitElement, html, css);`
            : null,
      },
      nodeResolve({ browser: true, exportConditions: ['production', 'browser'] }),
      terser({ ecma: 2020, module: true }),
    ],
  });
  const { output } = await bundle.generate({ format: 'iife' });
  await bundle.close();
  const files = [
    ['lit alone', output[0].code],
    ...readdirSync(cdn)
      .filter((file) => file.endsWith('.js'))
      .map((file) => [file, readFileSync(new URL(file, cdn))]),
  ];
  const base = gzipSync(files[0][1], { level: 9 }).length;
  return files.map(([name, code]) => {
    const gzip = gzipSync(code, { level: 9 }).length;
    return {
      name,
      bytes: code.length,
      gzip,
      brotli: brotliCompressSync(code).length,
      '× lit': Number((gzip / base).toFixed(2)),
    };
  });
}
