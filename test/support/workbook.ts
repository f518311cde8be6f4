/** Small workbooks as Excel writes them, made in code so that each oddity stands in the test that is about it. */
import { crc32, deflateRawSync } from 'node:zlib';

/** A zip archive. `lie` is told as the unpacked size of each file in place of the true one. */
export function zip(files: Readonly<Record<string, string | Uint8Array>>, lie?: number): Uint8Array {
  const bodies: Buffer[] = [];
  const heads: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const raw = Buffer.from(content);
    const packed = deflateRawSync(raw);
    const title = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(raw), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(lie ?? raw.length, 18);
    common.writeUInt16LE(title.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, title, packed]);
    const end = Buffer.alloc(14);
    end.writeUInt32LE(offset, 10);
    heads.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, end, title]));
    bodies.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(heads);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(heads.length, 8);
  end.writeUInt16LE(heads.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, directory, end]);
}

/** A text, a number, or the XML of a cell after its reference: `{ xml: 't="b"><v>1</v>' }`. */
export type Value = string | number | null | { readonly xml: string };
export interface SheetOptions {
  readonly merges?: readonly string[];
  /** Reference → address. */
  readonly links?: Readonly<Record<string, string>>;
  readonly state?: 'hidden' | 'veryHidden';
  /** Numbers of hidden rows, from 1. */
  readonly hidden?: readonly number[];
}
export type SheetContent =
  readonly (readonly Value[])[] | ({ readonly rows: readonly (readonly Value[])[] } & SheetOptions);

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!);
const letters = (x: number): string =>
  (x > 25 ? letters(Math.floor(x / 26) - 1) : '') + String.fromCharCode(65 + (x % 26));

/** Formats by the number of their style: 0 General, 1 yyyy/m/d, 2 yyyy"年"m"月"d"日", 3 yyyy-m-d h:mm, 4 000000, 5 0%. */
const STYLES = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="3"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/><numFmt numFmtId="177" formatCode="yyyy\\-m\\-d\\ h:mm"/><numFmt numFmtId="178" formatCode="000000"/></numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="177"/><xf numFmtId="178"/><xf numFmtId="9"/></cellXfs></styleSheet>`;

/** A workbook with these sheets. */
export function workbook(
  sheets: Readonly<Record<string, SheetContent>>,
  book: { readonly date1904?: boolean } = {},
): Uint8Array {
  const strings: string[] = [];
  const files: Record<string, string> = {};
  const names = Object.keys(sheets);
  names.forEach((name, at) => {
    const given = sheets[name]!;
    const {
      rows,
      merges = [],
      links = {},
      hidden = [],
    } = 'rows' in given ? given : ({ rows: given } as { rows: readonly (readonly Value[])[] } & SheetOptions);
    const body = rows.map((cells, y) => {
      const inner = cells.map((value, x) => {
        const reference = `${letters(x)}${y + 1}`;
        if (value === null || value === '') return '';
        if (typeof value === 'object') return `<c r="${reference}" ${value.xml}</c>`;
        if (typeof value === 'number') return `<c r="${reference}"><v>${value}</v></c>`;
        return `<c r="${reference}" t="s"><v>${strings.push(value) - 1}</v></c>`;
      });
      return `<row r="${y + 1}"${hidden.includes(y + 1) ? ' hidden="1"' : ''}>${inner.join('')}</row>`;
    });
    const targets = Object.entries(links);
    files[`xl/worksheets/sheet${at + 1}.xml`] =
      `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheetData>${body.join('')}</sheetData>${merges.length ? `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` : ''}${targets.length ? `<hyperlinks>${targets.map(([ref], i) => `<hyperlink ref="${ref}" r:id="rId${i + 1}"/>`).join('')}</hyperlinks>` : ''}</worksheet>`;
    if (targets.length)
      files[`xl/worksheets/_rels/sheet${at + 1}.xml.rels`] =
        `<Relationships>${targets.map(([, url], i) => `<Relationship Id="rId${i + 1}" Type="x/hyperlink" Target="${escaped(url)}" TargetMode="External"/>`).join('')}</Relationships>`;
  });
  const stateOf = (name: string) => {
    const given = sheets[name]!;
    return 'rows' in given && given.state ? ` state="${given.state}"` : '';
  };
  return zip({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels':
      '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml': `<workbook xmlns:r="r">${book.date1904 ? '<workbookPr date1904="1"/>' : ''}<sheets>${names.map((name, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"${stateOf(name)}/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names.map((_, i) => `<Relationship Id="rId${i + 1}" Type="x/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}<Relationship Id="rId90" Type="x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId91" Type="x/styles" Target="/xl/styles.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `<sst>${strings.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t><rPh><t>pinyin</t></rPh></si>`).join('')}</sst>`,
    'xl/styles.xml': STYLES,
    ...files,
  });
}
