/** The parts that pages are made of: forms, buttons, tables, marks, cards. */
export const PARTS_STYLE = `
.card{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:1.1rem 1.25rem;
box-shadow:var(--shadow)}
.card>*+*{margin-top:.7rem}
.cards{display:grid;gap:1rem;grid-template-columns:repeat(auto-fill,minmax(min(17rem,100%),1fr))}
.row{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:baseline}
.plain{list-style:none;padding:0}.plain li+li{margin-top:0}
.stack>*+*,ul.stack>li+li{margin-top:1rem}
button,.button{display:inline-flex;align-items:center;justify-content:center;gap:.45em;
min-height:2.75rem;padding:.4rem 1.15rem;border:1px solid var(--accent);border-radius:8px;
background:var(--accent);color:var(--on-accent);font:600 1rem/1.4 var(--sans);cursor:pointer;
text-decoration:none}
button:hover,.button:hover{background:var(--accent-hover);border-color:var(--accent-hover);
color:var(--on-accent)}
.quiet{background:transparent;color:var(--accent)}
.quiet:hover{background:var(--accent-ground);color:var(--accent-hover)}
button:disabled{opacity:.55;cursor:not-allowed}
label,legend{font-weight:600;font-size:.93rem}
fieldset{border:0;padding:0;min-width:0}legend{padding:0}
input[type=text],input[type=search],input[type=number],input[type=date],input[type=password],
input[type=email],select,textarea{width:100%;min-height:2.75rem;padding:.45rem .8rem;
border:1px solid var(--edge);border-radius:8px;background:var(--card);color:var(--ink);
font:1rem/1.5 var(--sans)}
input[type=checkbox],input[type=radio]{width:1.15rem;height:1.15rem;accent-color:var(--accent);
margin:0 .45em 0 0;vertical-align:-.2em}
::placeholder{color:var(--soft);opacity:1}
.field{display:grid;gap:.3rem;min-width:0}.fault{color:var(--error);font-weight:600}
[aria-invalid=true]{border:2px solid var(--error)!important}
.fields{display:grid;gap:.9rem;grid-template-columns:repeat(auto-fit,minmax(min(12rem,100%),1fr));
align-items:end}
.ticks{display:flex;flex-wrap:wrap;gap:.35rem 1.2rem}
.ticks label{font-weight:400;font-size:1rem;display:inline-flex;align-items:center;min-height:2rem}
.badge{display:inline-flex;align-items:center;gap:.4em;border-radius:999px;padding:.05rem .7rem;
font-size:.86rem;line-height:1.65;white-space:nowrap;background:var(--sunk);color:var(--ink)}
.badge svg{width:.72em;height:.72em;flex:none}
.good{background:var(--good-ground);color:var(--good)}
.warning{background:var(--warning-ground);color:var(--warning)}
.error{background:var(--error-ground);color:var(--error)}
.info{background:var(--info-ground);color:var(--info)}
.notice{border-left:4px solid currentColor;border-radius:8px;padding:.8rem 1.1rem}
.notice>*{color:var(--ink)}.notice strong:first-child{color:inherit}
.notice a{color:var(--ink)}
.empty{border:1px dashed var(--edge);border-radius:10px;padding:1.4rem;background:var(--card)}
.empty>*+*{margin-top:.5rem}
.facts{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.35rem 1.2rem}
.facts dt{color:var(--soft)}.facts dd{overflow-wrap:anywhere;min-width:0}
.scroll{position:relative;overflow-x:auto;
max-width:100%;border:1px solid var(--line);border-radius:10px;
background:var(--card);box-shadow:var(--shadow)}
.scroll:focus-visible{outline-offset:1px}
table{border-collapse:collapse;width:100%;font-size:.95rem;line-height:1.6}
caption{text-align:left;padding:.7rem .9rem;font-weight:600}
th,td{padding:.45rem .9rem;text-align:left;vertical-align:top;border-top:1px solid var(--line)}
thead th{border-top:0;background:var(--sunk);font-weight:600;font-size:.88rem;white-space:nowrap}
caption+thead th{border-top:1px solid var(--line)}
tbody th{font-weight:400}thead td{background:var(--sunk)}
time{white-space:nowrap}td del{text-decoration:none}
tbody tr:hover>*{background:color-mix(in srgb,var(--accent-ground) 45%,transparent)}
.n{text-align:right;white-space:nowrap}
thead th.n{text-align:right}
.c{text-align:center}
td.wide,th.wide{min-width:9em}
.chips{display:flex;flex-wrap:wrap;gap:.45rem;list-style:none;padding:0}
.chips li{min-width:0;max-width:100%}.chips li+li{margin:0}.row>*{min-width:0}
.chip{display:inline-flex;max-width:100%;
align-items:center;gap:.5em;min-height:2.2rem;padding:.1rem .9rem;
border:1px solid var(--line);border-radius:999px;background:var(--card);color:var(--ink);
text-decoration:none}
.chip:hover{border-color:var(--accent)}
span.chip{background:none;border-style:dashed;color:var(--soft)}
.chip[aria-current]{background:var(--accent);border-color:var(--accent);color:var(--on-accent)}
.bar{display:block;width:100%;height:.8rem;min-width:5rem}
.bar.two{height:1.35rem}.bar.three{height:1.8rem}.bar.four{height:2.2rem}
.strip{display:block;width:100%;height:1.1rem;border-radius:6px}
.a{fill:var(--series-a)}.b{fill:var(--series-b)}.c-fill{fill:var(--series-c)}
.d{fill:var(--series-d)}.e{fill:var(--series-e)}.f{fill:var(--series-f)}
.axis{stroke:var(--edge);stroke-width:1;vector-effect:non-scaling-stroke}
.swatch{display:inline-block;width:.8em;height:.8em;vertical-align:-.05em;margin-right:.5em}
.chart table{font-size:.92rem}.chart td.bars{width:38%;vertical-align:middle}
.chart figcaption{font-weight:600;padding-bottom:.4rem}.chart .strip{margin-bottom:.6rem}
.chart tbody th{min-width:6.5em}
`;
