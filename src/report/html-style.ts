import { html, type Markup } from "./markup.js";

/**
 * The page's style. Colours are paired so that text has a contrast of at least 4.5 on its ground and drawings at least 3,
 * in light and dark (a test computes them). No font is loaded: the reader's own are used.
 */
export const REPORT_STYLE: Markup = html`:root { color-scheme: light dark; --ground: #f7f7f5; --card: #ffffff; --text: #1c2330; --quiet: #58616f; --line: #dcdfe4; --accent: #2c5282; --negative: #b5402a; --negative-line: #8f2c1a; --mixed: #a9791c; --mixed-dot: #f6e4b8; --neutral: #868f9d; --positive: #1d7a6b; --plain: #5d7290; --track: #e6e8ec; --mark: #fdebc8; --mark-line: #a9791c; }
@media (prefers-color-scheme: dark) { :root { --ground: #14171d; --card: #1c2129; --text: #e7eaef; --quiet: #a3adbb; --line: #343b47; --accent: #9cc2f0; --negative: #e4765d; --negative-line: #b9503a; --mixed: #d6a64a; --mixed-dot: #4a3812; --neutral: #7d8795; --positive: #46b3a0; --plain: #8ba3c4; --track: #2a303a; --mark: #4a3b17; --mark-line: #d6a64a; } }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-behavior: smooth; }
body { margin: 0; background: var(--ground); color: var(--text); font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif; overflow-wrap: anywhere; }
header, nav, main, footer { max-width: 1120px; margin: 0 auto; padding: 0 24px; }
header { padding-top: 48px; }
h1 { margin: 0; font-size: 2.1rem; line-height: 1.2; letter-spacing: -0.015em; }
h2 { margin: 0 0 20px; font-size: 1.4rem; line-height: 1.25; letter-spacing: -0.01em; }
h3 { margin: 28px 0 10px; font-size: 1.02rem; line-height: 1.3; }
h4 { margin: 0 0 10px; font-size: 1rem; line-height: 1.3; }
p { margin: 0 0 12px; max-width: 75ch; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
main:focus { outline: none; }
section { margin-top: 56px; scroll-margin-top: 16px; }
.about { margin: 6px 0 0; color: var(--quiet); }
.about span { margin-right: 20px; }
.quiet, small { color: var(--quiet); font-weight: 400; }
.quiet { font-size: 0.9rem; }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.defs { position: absolute; }
.skip { position: absolute; left: -9999px; top: 8px; z-index: 1; padding: 8px 14px; background: var(--card); border-radius: 6px; }
.skip:focus { left: 16px; }
nav { margin-top: 22px; }
nav ul { display: flex; flex-wrap: wrap; gap: 2px 20px; margin: 0; padding: 8px 0; list-style: none; border-block: 1px solid var(--line); font-size: 0.92rem; }
nav a { display: inline-block; padding: 4px 0; text-decoration: none; }
nav a:hover { text-decoration: underline; }
.lead { font-size: 1.2rem; line-height: 1.5; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(130px, 1fr)); margin: 24px 0; background: var(--card); border: 1px solid var(--line); border-radius: 10px; overflow: hidden; }
.figures div { margin: 0 -1px -1px 0; padding: 14px 18px; border: solid var(--line); border-width: 0 1px 1px 0; }
dt { color: var(--quiet); font-size: 0.86rem; }
dd { margin: 2px 0 0; font-size: 1.6rem; line-height: 1.25; font-weight: 650; font-variant-numeric: tabular-nums; }
dd small { display: block; font-size: 0.75rem; }
.findings { margin: 0; padding-left: 20px; }
.findings li { margin: 4px 0; }
.bar { display: block; width: 100%; height: 12px; border-radius: 3px; forced-color-adjust: none; }
.bar.thin { height: 8px; }
.whole .bar { height: 26px; border-radius: 5px; }
.track { fill: var(--track); }
.plain { fill: var(--plain); }
.negative { fill: url(#fill-negative); }
.mixed { fill: url(#fill-mixed); }
.neutral { fill: var(--neutral); }
.positive { fill: var(--positive); }
.bar .negative, .bar .mixed, .bar .neutral, .bar .positive { stroke: var(--card); stroke-width: 1.5; }
.negative-base { fill: var(--negative); } .negative-line { fill: var(--negative-line); }
.mixed-base { fill: var(--mixed); } .mixed-dot { fill: var(--mixed-dot); }
.swatch { vertical-align: -1px; border-radius: 2px; forced-color-adjust: none; }
.key { display: flex; flex-wrap: wrap; gap: 4px 28px; margin: 12px 0 0; padding: 0; list-style: none; font-variant-numeric: tabular-nums; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 400px), 1fr)); gap: 20px; align-items: start; }

.card, .journey > li, .theme-quotes { padding: 18px 20px; background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
.card h3, .journey h3 { margin: 0 0 6px; }
.big { font-size: 1.7rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
.score { margin: 0 0 8px; }
.columns { display: block; width: 100%; overflow: visible; forced-color-adjust: none; }
.columns text { fill: var(--text); font-size: 11px; text-anchor: middle; font-variant-numeric: tabular-nums; }
.columns .axis { fill: var(--quiet); } .columns .start { text-anchor: start; } .columns .end { text-anchor: end; }
.base { stroke: var(--line); }
.journey { display: grid; grid-template-columns: repeat(6, minmax(0, 1fr)); gap: 12px; margin: 0 0 12px; padding: 0; list-style: none; }
.journey > li { padding: 16px; border-top: 4px solid var(--plain); }
.journey .score { font-size: 0.92rem; } .journey .big { display: block; } .journey .score .quiet { display: block; }
.journey .label { margin: 14px 0 2px; font-size: 0.86rem; color: var(--quiet); }
.journey ul { margin: 0; padding: 0; list-style: none; font-size: 0.95rem; }
.journey ul li { margin-bottom: 6px; line-height: 1.35; } .journey ul .quiet { display: block; }
.journey .bar + .unseen + .quiet { margin-top: 14px; }
table { width: 100%; margin: 0 0 28px; border-collapse: collapse; background: var(--card); border: 1px solid var(--line); font-variant-numeric: tabular-nums; }
caption { padding: 0 0 8px; text-align: left; font-weight: 650; }
th, td { padding: 9px 12px; text-align: left; vertical-align: middle; border-bottom: 1px solid var(--line); }
thead th { color: var(--quiet); font-size: 0.84rem; font-weight: 500; }
tbody th { font-weight: 550; }
tbody tr:last-child > * { border-bottom: 0; }
.number { text-align: right; white-space: nowrap; }
.drawing { width: 30%; min-width: 80px; }
.count { color: var(--quiet); font-size: 0.86rem; margin-right: 4px; }
.small-sample { display: inline-block; padding: 0 6px; border: 1px solid var(--line); border-radius: 4px; font-size: 0.75rem; font-weight: 400; white-space: nowrap; }
.tables table { margin: 0; } .tables .drawing { min-width: 36px; } .tables tbody th { min-width: 9.8em; }
details { margin: 20px 0 28px; } summary { cursor: pointer; padding: 6px 0; color: var(--accent); } details[open] summary { margin-bottom: 10px; }
.quotes { columns: 2; column-gap: 20px; }
.theme-quotes { margin: 0 0 20px; break-inside: avoid; }
figure { margin: 0 0 16px; } figure:last-child { margin-bottom: 0; }
blockquote { margin: 0; padding-left: 14px; border-left: 3px solid var(--line); overflow: clip; }
figcaption { margin-top: 4px; padding-left: 17px; color: var(--quiet); font-size: 0.86rem; }
mark { padding: 1px 2px; background: var(--mark); color: inherit; text-decoration: underline; text-decoration-color: var(--mark-line); text-underline-offset: 3px; text-decoration-thickness: 2px; }
footer { margin-top: 64px; padding-top: 28px; padding-bottom: 56px; color: var(--quiet); font-size: 0.92rem; }
footer h2 { color: var(--text); font-size: 1.1rem; margin-bottom: 12px; }
@media (max-width: 980px) { .journey { grid-template-columns: repeat(3, minmax(0, 1fr)); } }
@media (max-width: 680px) {
header, nav, main, footer { padding-left: 16px; padding-right: 16px; }
header { padding-top: 28px; } section { margin-top: 44px; } h1 { font-size: 1.7rem; } .lead { font-size: 1.08rem; }
.figures { grid-template-columns: repeat(2, minmax(0, 1fr)); } .quotes { columns: 1; }
.journey { grid-template-columns: minmax(0, 1fr); }
.journey .big, .journey .score .quiet, .journey ul .quiet { display: inline; }
.key { display: grid; grid-template-columns: 1fr 1fr; gap: 4px 12px; }
.split, .split tbody, .stack, .stack tbody { display: block; }
.split caption, .stack caption { display: block; }
.split thead, .stack thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.split tr { display: grid; grid-template-columns: 1.35fr 1fr 1fr 1fr 0.8fr; gap: 2px 8px; padding: 12px 14px; border-bottom: 1px solid var(--line); }
.stack tr { display: grid; grid-template-columns: 1fr 1fr; gap: 4px 12px; padding: 12px 14px; border-bottom: 1px solid var(--line); }
.split tr:last-child, .stack tr:last-child { border-bottom: 0; }
.split tr > *, .stack tr > * { display: block; width: auto; padding: 0; border: 0; }
.split tr > th { grid-column: 1 / 4; } .split tr > td:nth-child(2) { grid-column: 4 / 6; text-align: right; } .split tr > td:nth-child(3) { grid-column: 1 / -1; margin: 4px 0; }
.stack tr > th { grid-column: 1 / -1; } .stack tr > td { text-align: left; white-space: normal; }
.split td:not(.drawing), .stack td { font-size: 0.92rem; }
.split td:nth-child(n+4), .stack td { text-align: left; }
.split td:nth-child(n+4)::before, .stack td::before { content: attr(data-label); display: block; color: var(--quiet); font-size: 0.72rem; white-space: nowrap; overflow: hidden; text-overflow: clip; }
.split td:nth-child(2)::before { content: "n\\00a0=\\00a0"; color: var(--quiet); }
.split td:nth-child(n+4) { display: flex; flex-direction: column; }
.split .count { order: 1; margin: 0; font-size: 0.8rem; }
.split, .stack { border: 0; background: none; }
.split tbody, .stack tbody { background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
.plain th, .plain td { padding: 8px 8px; }
}
@media (max-width: 350px) { .plain .drawing { display: none; } }
@media print {
:root { --ground: #ffffff; --card: #ffffff; --text: #000000; --quiet: #444444; --line: #bbbbbb; --accent: #000000; --negative: #b5402a; --negative-line: #8f2c1a; --mixed: #a9791c; --mixed-dot: #f6e4b8; --neutral: #868f9d; --positive: #1d7a6b; --plain: #5d7290; --track: #e6e8ec; --mark: #fdebc8; }
body { font-size: 10pt; } nav, .skip { display: none; } section { margin-top: 28px; } h2, h3, h4, caption { break-after: avoid; }
tr, .card, .journey > li, figure { break-inside: avoid; } .cards { grid-template-columns: 1fr 1fr; } .big, dd { font-size: 15pt; } header, main, footer { padding: 0; max-width: none; }
details::details-content { content-visibility: visible; block-size: auto; } summary { display: none; }
}
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
`;
