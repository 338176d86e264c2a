/** A report as one HTML file: no script, nothing loaded from elsewhere, A4 when printed. */
import type { Report, ReportRow, ReportTable } from './report.ts';

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);

const STYLE = `
@page { size: A4; margin: 16mm 15mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font-size: 9pt; color: #5A6660; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 186mm; padding: 24px 16px; color: #16201C; background: #fff; font: 400 10.5pt/1.55 "PingFang SC","HarmonyOS Sans SC","Microsoft YaHei UI","Noto Sans CJK SC",sans-serif; font-variant-numeric: tabular-nums lining-nums; }
h1 { margin: 0 0 4pt; font-size: 18pt; font-weight: 600; line-height: 1.3; }
h2 { margin: 20pt 0 2pt; font-size: 12pt; font-weight: 600; break-after: avoid; }
p { margin: 0; }
.lines { color: #46534D; }
.figures { display: flex; gap: 28pt; margin: 12pt 0 10pt; padding: 8pt 0; border-top: 1.5pt solid #0A6B5A; border-bottom: .75pt solid #C2CCC7; }
.figures b { display: block; font-size: 14pt; font-weight: 600; line-height: 1.3; }
.figures span, .note, .foot { color: #5A6660; font-size: 9pt; }
.scope { font-size: 9pt; color: #46534D; }
.figures + .scope { color: #16201C; font-weight: 600; }
.plain { white-space: nowrap; }
table { width: 100%; margin-top: 5pt; border-collapse: collapse; font-size: 9.5pt; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { padding: 3pt 6pt; border-bottom: .5pt solid #DEE4E1; text-align: left; vertical-align: top; font-weight: 400; }
thead th { border-bottom: .75pt solid #87948D; color: #5A6660; font-size: 9pt; white-space: nowrap; }
.right { text-align: right; white-space: nowrap; }
.heading th { padding-top: 6pt; background: #F7F9F8; font-weight: 600; break-after: avoid; }
.quote td { padding: 0 6pt 4pt; border-bottom: .5pt solid #DEE4E1; color: #5A6660; font: 400 8.5pt/1.5 "Songti SC","STSong","SimSun","Noto Serif CJK SC",serif; }
.quoted td { border-bottom: 0; padding-bottom: 1pt; }
.foot { margin-top: 18pt; }
@media print { body { max-width: none; padding: 0; } }
`;

/** The whole page. */
export function reportPage({ language, title, lines, figures, notes, tables, foot }: Report): string {
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped([title, ...lines].join(' '))}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escaped(title)}</h1>
${lines.map((line) => `<p class="lines">${escaped(line)}</p>`).join('\n')}
<div class="figures">${figures.map(({ value, name }) => `<div><b>${escaped(value)}</b><span>${escaped(name)}</span></div>`).join('')}</div>
${notes.map((note) => `<p class="scope">${escaped(note)}</p>`).join('\n')}
${tables.map(tableText).join('\n')}
<p class="foot">${escaped(foot)}</p>
</body>
</html>
`;
}

function tableText({ title, note, columns, rows }: ReportTable): string {
  const right = columns.map(({ right: end, title: name }) => (end ? ' class="right"' : name === '' ? ' class="plain"' : ''));
  const row = (one: ReportRow): string => {
    if ('heading' in one) return `<tr class="heading"><th colspan="${columns.length}" scope="colgroup">${escaped(one.heading)}</th></tr>`;
    const cells = one.cells.map((cell, at) => `<td${right[at] ?? ''}>${escaped(cell)}</td>`).join('');
    return one.quote === undefined
      ? `<tr>${cells}</tr>`
      : `<tr class="quoted">${cells}</tr><tr class="quote"><td></td><td colspan="${columns.length - 1}">${escaped(one.quote)}</td></tr>`;
  };
  return `<h2>${escaped(title)}</h2>
<p class="note">${escaped(note)}</p>
<table>
<thead><tr>${columns.map((column, at) => `<th scope="col"${right[at] ?? ''}>${escaped(column.title)}</th>`).join('')}</tr></thead>
<tbody>
${rows.map(row).join('\n')}
</tbody>
</table>`;
}
