/**
 * The look of the HTML pages: no font, picture or style is fetched. Colours keep 4.5:1 in both
 * modes.
 */
export const STYLE = `
:root{--ink:#1d2530;--soft:#566172;--line:#d8dee6;--bg:#f4f6f8;--card:#fff;--pane:#fbfcfd;
--link:#0b57a4;--error:#b3261e;--error-bg:#fce8e6;--warning:#7d5200;--warning-bg:#fdf0d5;
--info:#1a5a9c;--info-bg:#e5f0fb;--good:#1b6b3a;--good-bg:#e3f4e8;--muted-bg:#e9edf2;
--focus:#0b57a4;
--sans:"PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC",
"Source Han Sans SC",system-ui,sans-serif;
--mono:ui-monospace,"SF Mono",Consolas,"Noto Sans Mono CJK SC",
"Noto Sans SC",monospace}
@media (prefers-color-scheme:dark){:root{--ink:#e4e9f0;--soft:#a4b0bf;--line:#38424f;--bg:#12161b;
--card:#1b2129;--pane:#161b21;--link:#8cc2ff;--error:#ff9f97;--error-bg:#4a201d;--warning:#f2c066;
--warning-bg:#43310d;--info:#8fc4fb;--info-bg:#17324e;--good:#82d59d;--good-bg:#163824;
--muted-bg:#2a323d;--focus:#8cc2ff}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--bg);color:var(--ink);font:16px/1.7 var(--sans);
font-variant-numeric:tabular-nums;line-break:strict;overflow-wrap:break-word;text-autospace:normal}
a{color:var(--link);text-underline-offset:.2em}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:3px}
h1,h2,h3,h4,p,dl,dd,figure{margin:0}
h1{font-size:1.65rem;line-height:1.35;text-wrap:balance}
h2{font-size:1.15rem;line-height:1.5}
h3{font-size:1.02rem;line-height:1.65;font-weight:600}
code{font:.86em/1.5 var(--mono);overflow-wrap:anywhere}
pre{font:.86rem/1.6 var(--mono);background:var(--muted-bg);border-radius:6px;padding:.8rem 1rem;
overflow:auto;tab-size:4}
.skip{position:fixed;left:-999px;top:0;z-index:9;background:var(--card);padding:.5rem 1rem}
.skip:focus{left:0}
.filter{position:fixed;top:0;left:0;opacity:0;width:1px;height:1px;pointer-events:none}
.page{max-width:1760px;margin:0 auto;padding:0 1.25rem}
.page.single{max-width:960px}
.muted{color:var(--soft);font-weight:400}
.error{--c:var(--error);--b:var(--error-bg)}.warning{--c:var(--warning);--b:var(--warning-bg)}
.info{--c:var(--info);--b:var(--info-bg)}.good{--c:var(--good);--b:var(--good-bg)}
mark.muted{--c:var(--soft);--b:var(--muted-bg);color:inherit}
span.error,span.warning,span.info,span.good{color:var(--c)}
.amount{font-weight:600}
.head{padding:1.6rem 0 1.2rem}
.kicker{color:var(--soft);letter-spacing:.08em;font-size:.9rem}
.facts{display:flex;flex-wrap:wrap;gap:.15rem 1.8rem;margin:.7rem 0 0;font-size:.92rem}
.facts div{display:flex;gap:.6em}
dt{color:var(--soft);white-space:nowrap}
.facts dd{overflow-wrap:anywhere}
.chips{display:flex;flex-wrap:wrap;gap:.6rem;margin-top:1rem}
.chip{display:inline-flex;align-items:baseline;gap:.5em;padding:.3rem .95rem;border-radius:999px;
background:var(--b);color:var(--c);border:1px solid transparent}
.chip b{font-size:1.25rem;line-height:1.5}
label.chip{cursor:pointer}label.chip:hover{border-color:var(--c)}
.chip.zero{background:var(--muted-bg);color:var(--soft)}
#show-error:not(:checked)~.page label[for=show-error],
#show-warning:not(:checked)~.page label[for=show-warning],
#show-info:not(:checked)~.page label[for=show-info]{background:none;border:1px dashed var(--c);
text-decoration:line-through}
#show-error:focus-visible~.page label[for=show-error],
#show-warning:focus-visible~.page label[for=show-warning],
#show-info:focus-visible~.page label[for=show-info]{outline:3px solid var(--focus);
outline-offset:2px}
#show-error:not(:checked)~.page .item.error,#show-warning:not(:checked)~.page .item.warning,
#show-info:not(:checked)~.page :is(.item.info,details.info){display:none}
.conclusion{margin-top:.9rem;font-weight:600;color:var(--c)}
.pane-title{color:var(--soft);font-size:.95rem;font-weight:600;padding:.35rem 0 .55rem;
overflow-wrap:anywhere}
.panes{display:grid;gap:0 1.4rem;grid-template-columns:minmax(0,1fr)}
main{min-width:0}main>*+*{margin-top:.9rem}
.page.single main>h2{margin-top:2rem;padding-bottom:.3rem;border-bottom:1px solid var(--line)}
.item{background:var(--card);border:1px solid var(--line);border-left:4px solid var(--c);
border-radius:8px;padding:.9rem 1.1rem 1rem;scroll-margin-top:1rem}
.item:target{box-shadow:0 0 0 3px var(--b),0 0 0 4px var(--c)}
.item>*+*{margin-top:.7rem}
.badge{display:inline-block;background:var(--b);color:var(--c);border-radius:4px;padding:0 .55em;
font-size:.86rem;margin-right:.35em;white-space:nowrap}
.quote{font-size:.92rem;background:var(--pane);border:1px solid var(--line);border-radius:6px;
padding:.5rem .7rem}
.quote figcaption{color:var(--soft);font-size:.86rem;margin-bottom:.15rem}
.q{display:grid;grid-template-columns:auto minmax(0,1fr);gap:.8em}
.q+.q{margin-top:.35rem}
.q q{quotes:none;overflow-wrap:anywhere;white-space:pre-wrap}
.quote figcaption a,.q .cap a{color:inherit;text-decoration-color:var(--link)}
.q .cap{display:block;color:var(--soft);font-size:.86rem}
.no{color:var(--soft);font:.82rem/1.85 var(--mono);text-align:right;min-width:2.6em;
user-select:none}
a.no{color:var(--link)}
.tab{display:inline-block;width:1px;height:1em;background:var(--line);margin:0 .55em;
vertical-align:-.1em}
mark{background:var(--b);color:inherit;border-bottom:2px solid var(--c);border-radius:2px;
padding:0 .1em}
mark.blank{display:inline-block;min-width:1.4em;height:1.2em;vertical-align:text-bottom}
mark mark{border-bottom-width:3px}
mark:target{outline:3px solid var(--c);outline-offset:1px;scroll-margin-block:35vh}
.text mark{scroll-margin-block:35vh}
.details{display:grid;gap:.3rem;font-size:.94rem}
.details>div{display:grid;grid-template-columns:7em minmax(0,1fr);gap:0 .8em}
.details dd{grid-column:2}
.callout{background:var(--b);border-left:4px solid var(--c);border-radius:8px;padding:.8rem 1.1rem}
.callout strong{color:var(--c)}
details.consequences,details.section,section.section{border-top:1px solid var(--line);
padding-top:.6rem}
details.section,section.section{background:var(--card);border:1px solid var(--line);
border-radius:8px;
padding:.8rem 1.1rem}
section.section>*+*,details.section[open]>*+*,details.consequences[open]>*+*{margin-top:.6rem}
summary{cursor:pointer;color:var(--link)}summary h2{display:inline;color:var(--ink);
font-size:1.02rem}
section.section h2{font-size:1.02rem}
ul,ol{margin:0;padding-left:1.4em}li+li{margin-top:.25rem}
.scroll{overflow-x:auto}
table{border-collapse:collapse}
.data{width:100%;font-size:.92rem}
.data caption{text-align:left;color:var(--soft);padding-bottom:.4rem}
.data th,.data td{border-bottom:1px solid var(--line);padding:.4rem .7rem;text-align:left;
vertical-align:top}
.data th{font-weight:400}.data thead th{color:var(--soft);font-size:.86rem;white-space:nowrap}
.data .end{text-align:right;white-space:nowrap}.data .center{text-align:center}
#source{min-width:0;border:1px solid var(--line);border-radius:8px;background:var(--pane);
padding:.2rem .9rem 1rem;margin-top:1.4rem;scroll-margin-top:.5rem}
#source .text{font-size:.9rem;line-height:1.75}
.ln{display:grid;grid-template-columns:2.6rem minmax(0,1fr);gap:.8rem}
.ln .tx{white-space:pre-wrap;overflow-wrap:anywhere}
.ln .no{min-width:0}
.gap{min-height:.55rem;color:var(--soft);font-size:.82rem;text-align:center}
.grid{font-size:.82rem;line-height:1.5;margin:.2rem 0}
.grid td{border:1px solid var(--line);padding:.15rem .45rem;vertical-align:top;min-width:1.6em;
background:var(--card)}
.grid td.n{text-align:right;white-space:nowrap}
.grid td.t{min-width:8em}
.grid .no{font-weight:400;padding:.1rem .8rem .1rem 0;width:3.4rem;min-width:3.4rem;
vertical-align:top;line-height:1.6;
position:sticky;left:0;background:var(--pane)}
.grid tr:has(mark:target) td{background:var(--b,var(--muted-bg))}
.ref{display:inline-block;font:600 .7rem/1.35 var(--mono);background:var(--c);color:var(--card);
border-radius:3px;padding:0 .38em;margin:0 .1em 0 .22em;text-decoration:none;vertical-align:.25em}
.ref:hover{text-decoration:underline}
footer{color:var(--soft);font-size:.86rem;padding:1.4rem 0 2rem}
@media (min-width:1080px){
.panes{grid-template-columns:minmax(0,1.12fr) minmax(0,1fr)}
.page.single .panes{grid-template-columns:minmax(0,1fr)}
#source{grid-column:1;grid-row:1;position:sticky;top:.75rem;height:calc(100vh - 1.5rem);
overflow:auto;margin-top:0;padding-top:0}
#source>.pane-title{position:sticky;top:0;background:var(--pane);z-index:2;
border-bottom:1px solid var(--line);margin-bottom:.4rem;padding-top:.5rem}
main{grid-column:2}.page.single main{grid-column:1}}
@media (max-width:640px){body{font-size:15px}.page{padding:0 .85rem}h1{font-size:1.35rem}
.details{gap:.45rem}.details>div{grid-template-columns:minmax(0,1fr)}.details dd{grid-column:1}
.item{padding:.8rem .85rem}.data td{min-width:5em}.data tbody th{min-width:8em}
.data td.end,.data td.center{min-width:0}.data td.start:last-child{min-width:11em}
.facts{display:grid;gap:.15rem}.ln{grid-template-columns:2rem minmax(0,1fr);gap:.6rem}
.grid .no{width:2.6rem;min-width:2.6rem;padding-right:.6rem}}
@media print{:root{--ink:#000;--soft:#444;--line:#bbb;--bg:#fff;--card:#fff;--pane:#fff;--link:#000;
--error:#b3261e;--warning:#7d5200;--info:#1a5a9c;--good:#1b6b3a;--muted-bg:#eee;--error-bg:#fff;
--warning-bg:#fff;--info-bg:#fff;--good-bg:#fff}
body{font-size:10.5pt;background:#fff}.page{max-width:none;padding:0}.panes{display:block}
#source,.skip,.filter,footer{display:none}.item{break-inside:avoid-page;border-radius:0}
.item h3,.quote figcaption{break-after:avoid}a{text-decoration:none}}
`;

/**
 * Reading needs no script; with it the source opens at the first finding, a link opens what is
 * folded or filtered away, and paper shows all.
 */
export const SCRIPT = `
(function(){
function reveal(){
var id=decodeURIComponent(location.hash.slice(1)),el=id&&document.getElementById(id);
if(!el)return;
var item=el.closest('.item'),tone=item&&['error','warning','info'].find(function(t){
return item.classList.contains(t)}),box=tone&&document.getElementById('show-'+tone);
if(box)box.checked=true;
var hidden=false;
for(var d=el.closest('details');d;d=d.parentElement.closest('details'))
if(!d.open){d.open=true;hidden=true}
if(hidden)el.scrollIntoView();
}
function begin(){
var pane=document.getElementById('source'),link=document.querySelector('.item a[href^="#p"]'),
mark=link&&document.getElementById(link.hash.slice(1));
if(!pane||!mark||location.hash)return;
pane.scrollTop+=mark.getBoundingClientRect().top-pane.getBoundingClientRect().top-240;
}
addEventListener('hashchange',reveal);reveal();begin();
addEventListener('beforeprint',function(){
document.querySelectorAll('details').forEach(function(d){d.open=true})});
})();
`;
