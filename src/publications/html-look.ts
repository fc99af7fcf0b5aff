/** The look of a published page: nothing is fetched; colours keep 4.5:1 in both modes. */
export const PUBLICATION_STYLE = `
:root{--ink:#1d2530;--soft:#566172;--line:#aab3bf;--bg:#fff;--head:#eef2f7;--link:#0b57a4;
--mark:#fdf0d5;--mark-ink:#6b4600;--error:#b3261e;
--serif:"Songti SC",SimSun,"Noto Serif SC","Noto Serif CJK SC",serif;
--sans:"PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC",
system-ui,sans-serif}
@media (prefers-color-scheme:dark){:root{--ink:#e4e9f0;--soft:#a4b0bf;--line:#4a5563;--bg:#12161b;
--head:#1f2630;--link:#8cc2ff;--mark:#43310d;--mark-ink:#f2c066;--error:#ff9f97}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--bg);color:var(--ink);font:17px/1.8 var(--serif);
font-variant-numeric:tabular-nums;line-break:strict;overflow-wrap:break-word}
main{max-width:1120px;margin:0 auto;padding:0 1.25rem 4rem}
h1,h2,h3,h4,h5,p,figure,ol{margin:0}
h1,h2,h3,h4,h5,.nav-title,th,caption{font-family:var(--sans)}
h2{font-size:1.55rem;line-height:1.4;text-align:center;margin:3.5rem 0 1.2rem}
h3{font-size:1.2rem;line-height:1.5;margin:2rem 0 .6rem}
h4{font-size:1.05rem;margin:1.4rem 0 .4rem}h5{font-size:1rem;margin:1rem 0 .3rem}
p.body{text-indent:2em;max-width:49rem;margin:.35rem auto}
p.plain{max-width:49rem;margin:.35rem auto}

main>h3,main>h4,main>h5{max-width:49rem;margin-inline:auto}
p.note{font-size:.88rem;line-height:1.6;color:var(--soft);margin:.3rem 0}
a{color:var(--link);text-underline-offset:.2em}
a.figure{color:inherit;text-decoration:underline dotted var(--link) 1px}
a.figure:hover{color:var(--link)}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
:target{outline:3px solid var(--link);outline-offset:-2px;scroll-margin:4rem}
.skip{position:absolute;left:-999px;top:0;background:var(--bg);padding:.5rem 1rem;z-index:2}
.skip:focus{left:0}
.cover{text-align:center;padding:5rem 0 3rem}
.cover h1{font-size:1.9rem;line-height:1.5}.cover h1 span{display:block;text-wrap:balance}
.cover h1+p{margin-top:2.5rem}
nav{border-block:1px solid var(--line);padding:1.2rem 0;margin:1rem auto;max-width:49rem}
.nav-title{font-size:1.2rem;text-align:center;letter-spacing:.5em;text-indent:.5em}
nav ol{list-style:none;padding:0;margin-top:.5rem}
nav li{padding-block:.1rem}nav .l2{padding-left:1.5em}nav .l3{padding-left:3em}
nav a{text-decoration:none}nav a:hover{text-decoration:underline}
section.table{margin:2.5rem 0}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.86rem;line-height:1.45}
.portrait table{max-width:800px;margin:0 auto}.portrait p.note{max-width:800px;margin-inline:auto}
.frame{display:grid;grid-template-columns:1fr auto 1fr;gap:.1rem 1rem;padding-bottom:.4rem;
text-align:left;font-size:.86rem;color:var(--soft)}
.frame .title{grid-column:1/-1;text-align:center;color:var(--ink);font-size:1.2rem;font-weight:600;
margin:0 0 .2rem;line-height:1.5}
.frame .number{grid-column:1/-1;text-align:right}
.frame .entity{grid-column:1}.frame .year{grid-column:2}
.frame .unit{grid-column:3;text-align:right}
caption{text-align:left}
th,td{border:1px solid var(--line);padding:.28rem .5rem}
th{font-weight:400;text-align:left}
thead th,tbody th[scope^=col]{background:var(--head);font-weight:600;text-align:center}
th.strong,td.strong{font-weight:600}
.end{text-align:right;white-space:nowrap}td.center,th.center{text-align:center}
.start{text-align:left}
.dense table{font-size:.78rem}.dense th,.dense td{padding:.2rem .3rem}
.i1{padding-left:1.5em}.i2{padding-left:2.5em}.i3{padding-left:3.5em}
figure{margin:1.5rem auto;text-align:center;max-width:49rem}
.picture svg{max-width:100%;height:auto;background:#fff;border-radius:4px}
figcaption{font-size:.9rem;color:var(--soft);text-align:left}
figcaption strong{display:block;text-align:center;color:var(--ink)}
.notice{border:2px solid var(--error);padding:.8rem 1.1rem;margin:1.5rem auto;max-width:49rem}
.notice strong{color:var(--error)}
mark{background:var(--mark);color:var(--mark-ink);padding:0 .2em;border-radius:2px}
@media screen and (max-width:760px){body{font-size:16px}main{padding-inline:1rem}
.cover{padding:3rem 0 2rem}.cover h1{font-size:1.5rem}h2{font-size:1.3rem}
.frame{position:sticky;left:0;max-width:calc(100vw - 2rem);display:flex;flex-wrap:wrap;
justify-content:space-between}.frame .title,.frame .number{flex:0 0 100%}
.landscape table{min-width:900px}.portrait table{min-width:560px}.dense table{min-width:1300px}}
@page{size:A4 portrait;margin:20mm 18mm;@bottom-center{content:"— " counter(page) " —"}}
@page wide{size:A4 landscape;margin:16mm 15mm}
@media print{:root{--ink:#000;--soft:#333;--line:#000;--bg:#fff;--head:#fff;--link:#000}
body{font-size:12pt}main{max-width:none;padding:0}.skip{display:none}
p.body,p.plain,nav,main>h3,main>h4,main>h5{max-width:none}
.cover{break-after:page;padding-top:60mm}nav{break-after:page;border:0}
h2,h3,h4,h5{break-after:avoid}h2{break-before:page}h2+section.own{break-before:auto}
a,a.figure{text-decoration:none}.scroll{overflow:visible}
section.table{margin:0;font-size:10pt}section.own{break-before:page}
.landscape{page:wide}.portrait table{max-width:none}
table{font-size:8.5pt;line-height:1.3}thead{display:table-header-group}tr{break-inside:avoid}
th,td{padding:.5mm 1mm}
.tall table{font-size:7.5pt;line-height:1.15}.tall th,.tall td{padding:.35mm 1mm}
.dense table{font-size:6.8pt;line-height:1.15}.dense th,.dense td{padding:.3mm .5mm}
section.table p.note{font-size:8.5pt;max-width:none}
figure{break-inside:avoid}:target{outline:0}}
`;
