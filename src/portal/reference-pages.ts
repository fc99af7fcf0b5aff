import { pageFromRule } from '../pages/from-rules.js';
import { groupName, rulesByGroup } from '../pages/rule-groups.js';
import { severityWord } from '../pages/words.js';
import type { Rule } from '../rules/model.js';
import { GLOSSARY } from '../terms/glossary.js';
import { REGULATIONS } from '../terms/regulations.js';
import { blocksHtml, inline } from './block-html.js';
import { html } from './html.js';
import { pageText } from './layout.js';
import { crumbs, dataTable, titled } from './parts.js';
import { pathOf } from './routes.js';
import type { Visit } from './view-models.js';
import { say } from './words.js';

/** All rules by what they are about, and what they rest on. */
export function rulesPage(rules: readonly Rule[], visit: Visit): string {
  const { lang } = visit;
  const groups = [...rulesByGroup(rules)].map(([group, members]) => {
    const name = groupName(group, lang) ?? group;
    const rows = members.map(({ id, title, severity }) => {
      const href = pathOf({ page: 'rule', rule: id });
      return html`<tr><th scope="row"><a href="${href}">${title[lang]}</a></th>
<td class="code">${id}</td><td><span
class="badge ${severity}">${severityWord(lang, severity)}</span></td></tr>`;
    });
    return html`<section aria-labelledby="group-${group}">
<h2 id="group-${group}">${name}
</h2>${dataTable(name, [say(lang, 'mustHold'), say(lang, 'ruleId'), say(lang, 'severity')], rows)}
</section>`;
  });
  const basis = REGULATIONS.map(
    ({ title, number, note }) =>
      html`<div><dt>${title[lang]}${number !== null && html` <span class="soft">${number}</span>`}
</dt><dd class="soft small">${note[lang]}</dd></div>`,
  );
  const content = html`${titled(say(lang, 'rulesTitle'), say(lang, 'rulesLead', rules.length))}
${groups}<section aria-labelledby="basis"><h2 id="basis">${say(lang, 'basis')}</h2>
<dl class="terms">${basis}</dl></section>`;
  const description = say(lang, 'rulesLead', rules.length);
  return pageText(
    { title: say(lang, 'rulesTitle'), description, at: 'rules', canonical: '/rules', content },
    visit,
  );
}

/** One rule: what must hold and why, what to do when it does not, with examples. */
export function rulePage(rule: Rule, visit: Visit): string {
  const { lang } = visit;
  const { title, facts, blocks } = pageFromRule(rule, lang);
  const terms = facts.map(
    ({ term, details }) =>
      html`<dt>${term}</dt><dd>${details.map((detail) => html`<p>${inline(detail)}</p>`)}</dd>`,
  );
  const content = html`${crumbs([{ name: say(lang, 'rules'), href: '/rules' }], lang)}
<h1>${title}</h1><div class="card"><dl class="facts">${terms}</dl>
</div>${blocksHtml(blocks, title)}`;
  const canonical = pathOf({ page: 'rule', rule: rule.id });
  return pageText({ title, at: 'rules', canonical, content }, visit);
}

/** The words of final accounts in plain Chinese and English. */
export function glossaryPage(visit: Visit): string {
  const { lang } = visit;
  const other = lang === 'zh' ? 'en' : 'zh';
  const terms = GLOSSARY.map(
    (term) =>
      html`<div id="${term.id}"><dt>${term[lang]} <span class="soft small"
lang="${other === 'zh' ? 'zh-CN' : 'en'}">${term[other]}</span></dt>
<dd>${term.meaning[lang]}</dd></div>`,
  );
  const content = html`${titled(say(lang, 'glossaryTitle'), say(lang, 'glossaryLead'))}
<dl class="terms">${terms}</dl>`;
  return pageText(
    { title: say(lang, 'glossaryTitle'), at: 'glossary', canonical: '/glossary', content },
    visit,
  );
}
