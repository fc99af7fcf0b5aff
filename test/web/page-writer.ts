function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

/** How a page writes the pieces of a document. */
export interface PageManner {
  readonly paragraph: (text: string) => string;
  readonly cell: (text: string) => string;
  readonly table: (rows: readonly string[]) => string;
  /** The page around what it says. */
  readonly around: (content: string) => string;
}

export const PLAIN: PageManner = {
  paragraph: (text) => `<p>${text}</p>`,
  cell: (text) => `<td>${text}</td>`,
  table: (rows) => `<table border="1">\n${rows.join('\n')}\n</table>`,
  around: (content) =>
    `<!DOCTYPE html>\n<html><head><meta charset="utf-8"></head><body>\n${content}\n</body></html>`,
};

/** A text with tabs as a web page: rows with tabs are tables. */
export function pageOf(text: string, manner: PageManner): string {
  const parts: string[] = [];
  let rows: string[] = [];
  const close = (): void => {
    if (rows.length > 0) parts.push(manner.table(rows));
    rows = [];
  };
  for (const line of text.split('\n')) {
    if (line.includes('\t')) {
      const cells = line.split('\t').map((cell) => manner.cell(escaped(cell.trim()) || '&nbsp;'));
      rows.push(`<tr>${cells.join('')}</tr>`);
    } else if (line.trim() !== '') {
      close();
      parts.push(manner.paragraph(escaped(line)));
    }
  }
  close();
  return manner.around(parts.join('\n'));
}

/** Every paragraph and cell as a word processor saves them. */
export const WORD: PageManner = {
  paragraph: (text) =>
    `<p class=MsoNormal style='text-indent:32.0pt'><span\nstyle='font-family:仿宋_GB2312'>${
      spans(text) || '&nbsp;'
    }<o:p></o:p></span></p>`,
  cell: (text) =>
    `<td width=80 nowrap style='border:solid windowtext 1.0pt'>
  <p class=MsoNormal align=right style='text-align:right'><span lang=EN-US
  style='font-size:9.0pt'>${spans(text)}<o:p></o:p></span></p>
  </td>`,
  table: (rows) =>
    `<table class=MsoTableGrid border=1 style='mso-yfti-tbllook:1184'>
 ${rows.join('\n ')}
 <![if !supportMisalignedColumns]>
 <tr height=0 style='display:none'><td width=64></td><td width=64></td></tr>
 <![endif]>
</table>`,
  around: (content) =>
    `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {mso-style-parent:"";} --></style></head>
<body lang=ZH-CN><div class=WordSection1>${content}</div></body></html>`,
};

/** Digits and Chinese in spans of their own, as fonts change between them. */
function spans(text: string): string {
  return text.replace(
    /&nbsp;|[\d.,]+/g,
    (piece) => `<span lang=EN-US style='mso-bidi-font-size:10.5pt'>${piece}</span>`,
  );
}

/** The site of an invented finance bureau around an article. */
export function sitePage(article: string, title: string): string {
  const menu = ['首页', '政务公开', '信息公开目录', '财政数据', '预决算公开专栏', '互动交流']
    .map((name, i) => `<li><a href="/col/${i}/index.html">${name}</a></li>`)
    .join('\n');
  const related = [2018, 2019, 2020, 2021, 2024]
    .map((year) => `<li><a href="/art/${year}.html">某某局${year}年度部门决算公开</a></li>`)
    .join('');
  return `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "">
<html xmlns="http://www.w3.org/1999/xhtml"><head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<title>${title}-某某县财政局</title><script>var a = "<table>";</script></head>
<body><div class="top"><a href="/login">登录</a> | <a href="/reg">注册</a> | <span>
<script>document.write(new Date())</script></span></div>
<div class="menu"><ul>${menu}${menu}</ul></div>
<form><input type="text" value="请输入关键字" /><button>搜索</button></form>
<div class="place">当前位置：<a href="/">首页</a> &gt; <a href="/x/">政务公开</a> &gt;
<a href="/x/y/">部门决算</a> &gt; 正文</div>
<table width="1000" align="center"><tr><td class="side" valign="top"><ul>${menu}</ul></td>
<td><h1>${title}</h1>
<div class="info">发布时间：2099-09-20 10:00 　 来源：本站 　 浏览次数：<span id="n"></span>
【字号：<a href="javascript:f(16)">大</a> <a href="javascript:f(14)">中</a>
<a href="javascript:f(12)">小</a>】 <a href="javascript:window.print()">打印</a></div>
<div id="zoom" class="TRS_Editor">${article}</div>
<div class="tools"><a href="javascript:share()">分享到</a> <a href="#top">返回顶部</a></div>
<div class="near"><p>上一篇：<a href="/art/1.html">某某局2023年度部门预算公开</a></p>
<p>下一篇：<a href="/art/2.html">关于召开会议的通知</a></p></div>
<h3>相关链接</h3><ul>${related}</ul></td></tr></table>
<div class="foot"><p>主办：某某县人民政府　承办：某某县大数据中心</p>
<p>网站标识码：0000000000　备案号：某ICP备00000000号</p></div></body></html>`;
}
