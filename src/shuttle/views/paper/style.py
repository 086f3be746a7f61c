"""How a paper looks on a screen and on paper: one style sheet, which loads nothing."""

from __future__ import annotations

__all__ = ["STYLE"]

STYLE = """\
:root { color-scheme: light; --ink: #1a1a1a; --quiet: #555; --line: #bbb; --link: #1a3f78; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 52rem; padding: 1.5rem; color: var(--ink); background: #fff;
  font: 1rem/1.5 "Noto Sans", "Liberation Sans", Arial, "DejaVu Sans", sans-serif; overflow-wrap: break-word; }
a { color: var(--link); }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 1rem; background: #fff; padding: .5rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: .5rem 0 1.5rem; }
h2 { font-size: 1.4rem; margin: 2.2rem 0 .6rem; border-bottom: 2px solid var(--ink); padding-bottom: .2rem; }
h3 { font-size: 1.12rem; margin: 1.5rem 0 .4rem; }
h4, h5, h6 { font-size: 1rem; margin: 1.1rem 0 .3rem; color: #333; }
.marking { font-weight: bold; letter-spacing: .08em; text-align: center; border: 2px solid var(--ink); padding: .4rem; }
.remark { color: var(--quiet); font-style: italic; }
dl { margin: 0; border-top: 1px solid var(--line); }
dl div { display: flex; gap: 1rem; border-bottom: 1px solid var(--line); padding: .35rem 0; }
dt { flex: 0 0 8rem; font-weight: bold; } dd { margin: 0; }
ul, ol { padding-left: 1.4rem; } li { margin: .3rem 0; }
nav ul { list-style: none; padding-left: 0; } nav ul ul { padding-left: 1.2rem; font-size: .92rem; columns: 2; }
.contents { font-size: 1.1rem; }
.table { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .88rem; margin: .8rem 0; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
caption { text-align: left; font-weight: bold; padding-bottom: .3rem; }
th, td { border: 1px solid var(--line); padding: .3rem .45rem; text-align: left; vertical-align: top; }
th { background: #eee; }
.marks { font-size: .68em; line-height: 0; vertical-align: super; margin-left: .15em; }
.marks a { text-decoration: none; } .marks a:hover, .marks a:focus { text-decoration: underline; }
td .marks { font-size: .85em; line-height: 1.2; vertical-align: baseline; }
.blank { display: inline-block; width: 100%; border-bottom: 1px solid var(--ink); height: 1.4em; }
.words, .sources { font-size: .88rem; } .words li { margin: .2rem 0; } .words { padding-left: 2.4rem; }
.back { text-decoration: none; }
q { quotes: "\\201C" "\\201D" "\\2018" "\\2019"; }
@media print {
  body { max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.38; }
  .skip, .back { display: none; }
  a { color: inherit; text-decoration: none; }
  h1 { font-size: 22pt; margin-top: 10mm; } h2 { font-size: 14pt; margin-top: 7mm; } h3 { font-size: 11.5pt; }
  h4, h5, h6 { font-size: 10pt; }
  h2, h3, h4, h5, h6 { break-after: avoid; }
  .cover { break-after: page; }
  .alone { break-before: page; break-after: page; } .alone h2 { margin-top: 0; }
  .alone ul { margin: .2rem 0; } .alone li { margin: .12rem 0; }
  table { font-size: 8pt; } thead { display: table-header-group; break-after: avoid; }
  caption { break-after: avoid; } tr { break-inside: avoid; }
  .table { overflow: visible; }
  .words, .sources { font-size: 8pt; }
  nav ul ul { font-size: 8.5pt; } .unseen { display: none; }
  nav a::after { content: leader('.') target-counter(attr(href), page); }
  .marking { string-set: marking content(); }
  h1 { string-set: title content(); }
}
@page {
  size: A4; margin: 22mm 19mm 20mm;
  @top-center { content: string(marking); font: bold 9pt "Liberation Sans", Arial, sans-serif; letter-spacing: .08em; }
  @bottom-left { content: string(title); font: 8pt "Liberation Sans", Arial, sans-serif; color: #555; }
  @bottom-right { content: counter(page) " of " counter(pages); font: 8pt "Liberation Sans", Arial, sans-serif; }
}
"""
