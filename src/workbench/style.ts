import { fingerprint, STYLE } from '../portal/style.js';

/** What the workbench needs beyond the house style. */
const BENCH = `
.bench main{padding-top:1.1rem}
.bench.wide .wrap{max-width:none}
.bench .who{display:flex;align-items:center;gap:.8rem}
.small-button{min-height:2rem;padding:.05rem .8rem;font-size:.88rem}
.bench-foot{grid-template-columns:minmax(0,1fr) auto!important;align-items:center}
.entry-title{display:flex;flex-wrap:wrap;gap:.4rem 1.5rem;justify-content:space-between;
align-items:center}
.entry-title h1{font-size:1.35rem}
.narrow{max-width:27rem;margin:1.5rem auto}.narrow form>*+*{margin-top:1rem}
.narrow button{width:100%}
.form>*+*{margin-top:.8rem}.form>input[type=hidden]+*{margin-top:0}.form .field{max-width:46rem}
.card>form>h3,.drop>form>h3{margin-top:0}
.bench-foot li,.bench-foot li+li{margin:0}
.form .row{align-items:end}
.drop{border:1px solid var(--line);border-radius:12px;background:var(--card);padding:1.3rem 1.4rem}
.drop>*+*{margin-top:.7rem}
input[type=file]{width:100%;padding:.9rem;border:1px solid var(--edge);border-radius:8px;
background:var(--sunk);color:var(--ink);font:inherit}
.drop input[type=file]{padding:2.4rem 1rem;border:2px dashed var(--edge);border-radius:12px}
input[type=file]::file-selector-button{min-height:2.3rem;margin-right:.8rem;padding:.2rem 1rem;
border:1px solid var(--accent);border-radius:8px;background:transparent;color:var(--accent);
font:600 .95rem/1.4 var(--sans)}
.beside{display:grid;gap:1.5rem;grid-template-columns:minmax(0,1fr)}
.steps{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.3rem;counter-reset:step}
.steps li{margin:0;padding:.25rem .8rem;border:1px solid var(--line);border-radius:999px;
color:var(--soft);background:var(--card);font-size:.92rem}
.steps li.passed{color:var(--good);border-color:currentColor}
.steps li[aria-current]{background:var(--accent);color:var(--on-accent);
border-color:var(--accent);font-weight:650}
.trail{list-style:none;padding:0 0 0 1.1rem;border-left:2px solid var(--line)}
.trail li{position:relative}.trail li::before{content:"";position:absolute;left:-1.45rem;top:.6em;
width:.6rem;height:.6rem;border-radius:50%;background:var(--accent)}
.issue{scroll-margin-top:1rem;border-left:4px solid var(--info)}
.issue.is-error{border-left-color:var(--error)}.issue.is-warning{border-left-color:var(--warning)}
.issue.waived{border-style:dashed;border-left-style:solid}
.issue h3{font-size:1rem;font-weight:600;line-height:1.6}
.issue:target,.source mark:target,.source tr:target{outline:3px solid var(--accent);
outline-offset:2px}
.issue .places{list-style:none;padding:0;font-size:.93rem}.issue .places li+li{margin-top:.15rem}
details>summary{cursor:pointer;color:var(--accent);min-height:2rem;padding:.2rem 0;
width:fit-content}
details[open]>*+*{margin-top:.6rem}
.did{border-left:3px solid var(--line);padding-left:.9rem;font-size:.94rem}
.source{background:var(--card);border:1px solid var(--line);border-radius:10px;
overflow:auto;max-height:80vh;font-size:.88rem;line-height:1.6}
.source table{font-size:.86rem}.source td{border:1px solid var(--line);padding:.15rem .45rem}
.source td.long{min-width:7em}.source td.amount{text-align:right;white-space:nowrap}
.source .scroll{margin:.5rem 0}.source .line{display:flex;gap:.6rem}.source .line p{min-width:0;
margin:0;white-space:pre-wrap;overflow-wrap:anywhere}
.source .no{flex:none;color:var(--soft);font-size:.78rem;font-weight:400;text-align:right;
user-select:none;width:2.9rem;min-width:2.9rem;border:0;vertical-align:top;padding:.15rem 0}
.source mark.blank{display:inline-block;width:1.6em;min-height:1em;vertical-align:baseline}
.source mark{scroll-margin:6rem;background:var(--warning-ground);border-bottom-color:var(--warning)}
.source mark.error{background:var(--error-ground);border-bottom-color:var(--error);
color:var(--ink)}
.source mark.info{background:var(--info-ground);border-bottom-color:var(--info);color:var(--ink)}
.source mark.warning{color:var(--ink)}
.source a.ref{font-size:.75rem;vertical-align:super;margin-left:.1em;padding:0 .25em;
text-decoration:none;font-weight:650}
.sheet{margin:0;border-bottom:1px solid var(--line)}.paper{position:relative;background:#fff}
.sheet img{display:block;width:100%;height:auto}
.sheet svg{position:absolute;inset:0;width:100%;height:auto}
.sheet figcaption{padding:.1rem .6rem;background:var(--sunk);color:var(--soft)}
.sheet rect{fill:#f5b4001f;stroke:#a05a00;stroke-width:1.5;vector-effect:non-scaling-stroke}
.sheet .error rect{fill:#d0302024;stroke:#b3261e}
.sheet .info rect{fill:#1b538418;stroke:#1b5384}
.sheet text{font:700 7.5px sans-serif;fill:#8a1c12;paint-order:stroke;stroke:#fff;
stroke-width:2px}
.sheet a{scroll-margin:6rem}
.sheet a:focus-visible rect{stroke-width:4}
.sheet a:target rect{stroke-width:3;fill:#ffd40055}
.sheet a{outline:none}
.progress{height:.7rem;width:100%;accent-color:var(--accent)}
progress{width:100%;height:.9rem;accent-color:var(--accent)}
.counts{display:inline-flex;gap:.35rem;flex-wrap:wrap}
.next.mine{font-weight:650}
.yes{color:var(--good);font-weight:650}.no-good{color:var(--error);font-weight:650}
@media (min-width:68rem){.beside{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}
.beside .source{position:sticky;top:1rem;max-height:calc(100vh - 2rem)}}
@media (max-width:48rem){.sheet{min-width:36rem}.bench .who{flex-wrap:wrap;width:100%}
.bench-foot{grid-template-columns:minmax(0,1fr)!important}
.steps li{padding:.15rem .6rem;font-size:.86rem}}
@media print{.bench form,.bench .who{display:none!important}.beside{display:block}}
`;

/** The look of the workbench as one file: the house style and its own. */
export const WORKBENCH_STYLE: string = STYLE + BENCH.replace(/\n/g, '');

/** A name that changes whenever the style does, so that it may be kept for ever. */
export const WORKBENCH_STYLE_NAME = `workbench.${fingerprint(WORKBENCH_STYLE)}.css`;
