/**
 * Type: sans for the interface, Song for running text of documents, Fangsong as official papers
 * have it. Only fonts that readers have; punctuation is set close where browsers can.
 */
export const TEXT_STYLE = `
:root{--sans:"PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC",
"Source Han Sans SC",system-ui,sans-serif;
--serif:"Songti SC","Noto Serif SC","Noto Serif CJK SC","Source Han Serif SC","SimSun",serif;
--official:"FangSong","STFangsong","FangSong_GB2312","Noto Serif SC","Noto Serif CJK SC",
"Songti SC","SimSun",serif;
--mono:ui-monospace,"SF Mono",Consolas,"Noto Sans Mono CJK SC","Noto Sans SC",monospace;
--measure:42em}
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.75 var(--sans);
font-variant-numeric:tabular-nums lining-nums;line-break:strict;overflow-wrap:break-word;
text-autospace:normal;text-spacing-trim:normal;hanging-punctuation:allow-end}
:lang(en){line-height:1.6}:lang(zh-CN){line-height:1.75}
h1,h2,h3,h4,h5,h6,p,dl,dd,figure,ul,ol,pre,blockquote,fieldset{margin:0}
h1,h2,h3,h4,h5,h6{line-height:1.4;font-weight:650;text-wrap:balance}
h1{font-size:clamp(1.45rem,1.1rem + 1.6vw,2.05rem);letter-spacing:.01em}
h2{font-size:1.3rem}h3{font-size:1.08rem}h4,h5,h6{font-size:1rem}
p{max-width:var(--measure);text-wrap:pretty}
a{color:var(--accent);text-underline-offset:.22em;text-decoration-thickness:1px}
a:hover{color:var(--accent-hover);text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:3px}
code,kbd,.code{font:.88em/1.5 var(--mono);overflow-wrap:anywhere}th.code{white-space:nowrap}
code{background:var(--sunk);border-radius:4px;padding:.08em .35em}
pre{font:.86rem/1.65 var(--mono);background:var(--sunk);border:1px solid var(--line);
border-radius:8px;padding:.8rem 1rem;overflow:auto;tab-size:4;max-width:100%}
pre code{background:none;padding:0}
mark{background:var(--warning-ground);color:inherit;border-bottom:2px solid var(--warning);
padding:0 .1em}
ul,ol{padding-left:1.4em}li+li{margin-top:.3em}
hr{border:0;border-top:1px solid var(--line);margin:2rem 0}
.soft{color:var(--soft)}.small{font-size:.89rem}.strong{font-weight:650}
.unseen{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);
white-space:nowrap}
.amount{white-space:nowrap;font-variant-numeric:tabular-nums lining-nums}
.unit-of{color:var(--soft);font-size:.82em;font-weight:400;margin-left:.25em}
.document{font-family:var(--official);font-size:1.1rem;line-height:1.9}
.document p{text-align:justify;max-width:var(--measure)}
.document p.body{text-indent:2em}.document p.note{font-size:.95rem;color:var(--soft)}
.document h3,.document h4,.document h5,.document h6{font-family:var(--sans);margin:1.6em 0 .5em}
.document h3{font-size:1.18rem}.document h4{font-size:1.06rem}
.document a.about{color:inherit;text-decoration:underline dotted var(--edge) 1px}
.document a.about:hover{color:var(--accent);text-decoration-style:solid}
`;
