/** How the report looks, on the screen and on paper: its own few colours, because it leaves the product. */
export const reportStyle = `
:root { color-scheme: light; --ink: #16201c; --pale: #5a6660; --line: #c2ccc7; --jade: #0a6b5a; --verm: #b93822; }
* { box-sizing: border-box; }
body { max-width: 190mm; margin: 0 auto; padding: 12mm 8mm; background: #fff; color: var(--ink); font: 13px/20px "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", system-ui, sans-serif; font-variant-numeric: tabular-nums; }
header { margin-bottom: 8mm; border-bottom: 2px solid var(--ink); padding-bottom: 4mm; }
h1 { margin: 0; font-size: 24px; line-height: 32px; }
h2 { margin: 7mm 0 2mm; font-size: 15px; line-height: 22px; break-after: avoid; }
h3 { margin: 4mm 0 1mm; font-size: 13px; line-height: 20px; break-after: avoid; }
p { margin: 0 0 2mm; }
small { color: var(--pale); font-size: 11px; }
.kind, .small { color: var(--pale); font-size: 12px; line-height: 18px; }
.digest ol { display: grid; grid-template-columns: repeat(8, auto); justify-content: start; gap: 2mm 5mm; margin: 0 0 2mm; padding: 0; list-style: none; font: 600 15px/22px ui-monospace, "Noto Sans Mono CJK SC", Consolas, monospace; }
table { width: 100%; border-collapse: collapse; font-size: 12px; line-height: 18px; }
thead { display: table-header-group; }
th { border-bottom: 1px solid var(--ink); color: var(--pale); font-weight: 400; text-align: left; }
th, td { padding: 1mm 2mm 1mm 0; vertical-align: top; overflow-wrap: anywhere; }
td { border-bottom: 1px solid var(--line); }
tr { break-inside: avoid; }
.firm { white-space: nowrap; }
.figure { display: block; text-align: right; white-space: nowrap; }
.holds { color: var(--jade); white-space: nowrap; }
.differs { color: var(--verm); font-weight: 600; }
code { color: var(--pale); font: 10px/16px ui-monospace, Consolas, monospace; white-space: nowrap; }
@page { size: A4; margin: 14mm 12mm; }
@media print { body { max-width: none; padding: 0; font-size: 11px; line-height: 17px; } table { font-size: 10.5px; line-height: 15px; } small { font-size: 9.5px; } code { font-size: 9px; } h1 { font-size: 20px; } }
`;
