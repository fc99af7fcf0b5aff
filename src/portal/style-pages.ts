/** The frame of the portal, and what single pages need beyond the common parts. */
export const PAGES_STYLE = `
.skip{position:absolute;left:-999rem;top:0;z-index:9;background:var(--card);padding:.6rem 1.1rem}
.skip:focus{left:.5rem;top:.5rem}
.wrap{max-width:76rem;margin:0 auto;padding:0 1.5rem}
.site{background:var(--card);border-bottom:1px solid var(--line)}
.site .wrap{display:flex;flex-wrap:wrap;align-items:center;gap:.35rem 1.6rem;padding-block:.7rem}
.brand{display:inline-flex;align-items:center;gap:.7rem;color:var(--ink);text-decoration:none;
font-weight:650;font-size:1.08rem;min-height:2.75rem}
.brand small{display:block;color:var(--soft);font-weight:400;font-size:.8rem;line-height:1.4}
.brand>span:last-child{line-height:1.35}
.seal{display:grid;place-items:center;width:2.3rem;height:2.3rem;border-radius:6px;
background:var(--seal);color:var(--on-seal);font:700 1.35rem/1 var(--serif);flex:none}
.site nav{margin-left:auto}
.site nav ul{display:flex;flex-wrap:wrap;gap:0 .2rem;list-style:none;padding:0}
.site nav li+li{margin:0}
.site nav a{display:inline-flex;align-items:center;min-height:2.75rem;padding:0 .7rem;
color:var(--ink);text-decoration:none;border-radius:8px}
.site nav a:hover{background:var(--accent-ground)}
.site nav a[aria-current]{color:var(--accent);font-weight:650;
box-shadow:inset 0 -3px 0 var(--accent);border-radius:0}
main{padding:1.6rem 0 3.5rem;min-height:60vh}
main>.wrap>*+*{margin-top:1.5rem}
main>.wrap>*+h2,main>.wrap>*+section{margin-top:2.6rem}
section>*+*{margin-top:1rem}
.lead{font-size:1.08rem;color:var(--soft)}
.crumbs ol{display:flex;flex-wrap:wrap;gap:.1rem .5rem;list-style:none;padding:0;font-size:.92rem}
.crumbs li+li{margin:0}.crumbs li+li::before{content:"›";color:var(--soft);margin-right:.5rem}
main>.wrap>.crumbs+*{margin-top:.5rem}
.title>*+*{margin-top:.5rem}
.foot{border-top:1px solid var(--line);background:var(--card);font-size:.92rem}
.foot .wrap{display:grid;gap:1.2rem 3rem;padding-block:1.8rem;
grid-template-columns:minmax(0,2fr) repeat(2,minmax(0,1fr))}
.foot ul{list-style:none;padding:0}.foot li+li{margin-top:.1rem}
.foot li a{display:inline-block;padding:.2rem 0}
.foot h2{font-size:.92rem;margin-bottom:.3rem}
.hero{padding:1.2rem 0 .4rem}.hero>*+*{margin-top:1rem}
.hero .lead{max-width:44em}
.search{display:flex;flex-wrap:wrap;align-items:end;gap:.6rem;max-width:46rem}
.search .field{flex:1 1 16rem}
.search input{min-height:3.1rem;font-size:1.08rem}.search button{min-height:3.1rem}
.tally{display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));
list-style:none;padding:0}
.tally li{margin:0;border-left:3px solid var(--accent);padding-left:.9rem}
.tally b{display:block;font-size:1.55rem;line-height:1.3;font-weight:650}
.completion>*+*{margin-top:.55rem}.row+.completion{margin-top:.35rem}
.legend{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;list-style:none;padding:0;font-size:.92rem}
.legend li+li{margin:0}
.strip .in-time{fill:var(--good)}.strip .late{fill:var(--series-b)}
.strip .missing{fill:var(--error)}
.strip .not-due{fill:var(--line)}
.swatch .in-time{fill:var(--good)}.swatch .late{fill:var(--series-b)}
.swatch .missing{fill:var(--error)}.swatch .not-due{fill:var(--edge)}
.split{display:grid;gap:1.5rem;grid-template-columns:minmax(0,1fr) minmax(0,1fr)}
.split>*{min-width:0}
.figures{display:grid;gap:1rem;
grid-template-columns:repeat(auto-fill,minmax(min(15.5rem,100%),1fr))}
.figure h3{font-size:.95rem;font-weight:400;color:var(--soft)}
.figure .value{font-size:1.5rem;font-weight:650;line-height:1.35;overflow-wrap:anywhere}
.figure .value a{color:inherit;text-decoration:underline dotted var(--edge) 1px}
.figure>*+*{margin-top:.2rem}
.with-contents{display:grid;gap:0 2.5rem;grid-template-columns:minmax(0,1fr)}
.contents{font-size:.93rem}.contents ul{list-style:none;padding:0}
.contents li+li{margin:0}
.contents a{display:block;padding:.22rem 0 .22rem .8rem;border-left:2px solid var(--line);
text-decoration:none}
.contents a:hover{border-color:var(--accent)}
.contents ul ul a{padding-left:1.8rem}
.parts>section+section{margin-top:3rem}
.parts>section>h2{padding-bottom:.35rem;border-bottom:2px solid var(--accent)}
.printed+.printed{margin-top:2.2rem}.printed>*+*{margin-top:.4rem}
.printed .lines{max-width:none;display:flex;
flex-wrap:wrap;justify-content:space-between;gap:.1rem 1.5rem;
font-size:.92rem;color:var(--soft)}
.printed table{font-size:.9rem}
.printed th,.printed td{border:1px solid var(--line);padding:.32rem .6rem}
.printed thead th{text-align:center;white-space:normal;min-width:4.5em;vertical-align:middle}
.printed tbody th{min-width:7em}.printed tbody th.coded{min-width:0}
.printed tr>:first-child{border-left:0}.printed tr>:last-child{border-right:0}
.printed a.about{color:inherit;text-decoration:none}
.printed a.about:hover{color:var(--accent);text-decoration:underline}
.in-one{padding-left:2.1em!important}.in-two{padding-left:3.4em!important}
.in-three{padding-left:4.7em!important}
.finding{border-left:4px solid var(--series-b)}
.reply{border-left:3px solid var(--line);padding-left:1rem}
.reply>*+*{margin-top:.2rem}
.excerpt{font:.92rem/1.75 var(--mono);background:var(--card);border:1px solid var(--line);
border-radius:10px;padding:.8rem 1rem;overflow-x:auto}
p.excerpt{max-width:none;white-space:pre-wrap;overflow-wrap:anywhere}
.big{font-size:clamp(1.6rem,1.2rem + 2vw,2.5rem);font-weight:650;line-height:1.3;
overflow-wrap:anywhere}
.old{color:var(--error)}.now{color:var(--good)}
del{text-decoration-thickness:1px}ins{text-decoration:none;font-weight:650}
.pager{display:flex;flex-wrap:wrap;gap:.8rem}
.terms{display:grid;gap:0 2.5rem;
grid-template-columns:repeat(auto-fill,minmax(min(24rem,100%),1fr))}
.terms>div{padding:.8rem 0;border-top:1px solid var(--line)}
.terms dt{font-weight:650}.terms>div:target{background:var(--accent-ground)}
.hash{min-width:13em;font:.8rem/1.5 var(--mono);color:var(--soft);overflow-wrap:anywhere}
@media (min-width:64rem){
.with-contents{grid-template-columns:13.5rem minmax(0,1fr)}
.contents{position:sticky;top:1rem;align-self:start;max-height:calc(100vh - 2rem);overflow:auto}}
@media (max-width:48rem){
.wrap{padding:0 1rem}.split{grid-template-columns:minmax(0,1fr)}
.foot .wrap{grid-template-columns:minmax(0,1fr)}
.site nav{margin-left:-.7rem}.site nav a{padding:0 .6rem}
.facts{grid-template-columns:minmax(0,1fr);gap:0}.facts dd+dt{margin-top:.45rem}
.contents{margin-bottom:1.6rem;border:1px solid var(--line);border-radius:10px;padding:.7rem 1rem;
background:var(--card)}
th,td{padding:.4rem .6rem}
.in-one{padding-left:1.2em!important}.in-two{padding-left:1.9em!important}
.in-three{padding-left:2.6em!important}
.printed tbody th:nth-child(-n+2):not([colspan],.coded){position:sticky;left:0;
min-width:8.5em;max-width:9.5em;background:var(--card);box-shadow:inset -1px 0 var(--line)}
.document{font-size:1.06rem}.document p{text-align:start}
.chart td.bars{width:30%}.bar{min-width:3.2rem}
.search button{flex:1 1 100%}}
@media (prefers-reduced-motion:no-preference){
a,button,.button,.chip{transition:color .12s,background-color .12s,border-color .12s}}
@media (forced-colors:active){.badge,.chip,.notice{border:1px solid}}
@media print{body{font-size:10.5pt;background:#fff}
main nav,.site nav,.skip,
.foot ul,.foot h2,.contents,.search,.pager,form,.crumbs{display:none!important}
.wrap{max-width:none;padding:0}.scroll{overflow:visible;border:0;box-shadow:none}
.card{break-inside:avoid;box-shadow:none}.printed{break-inside:auto}
thead{display:table-header-group}
tr{break-inside:avoid}h1,h2,h3,h4{break-after:avoid}a{color:inherit;text-decoration:none}
.split,.with-contents{display:block}details>*{display:block}}
`;
