import { check } from '../findings/check.js';
import type { Equation, Rule, Term } from '../rules/model.js';
import { referencedPage } from '../rules/reference-page.js';
import { basisText } from './basis-text.js';
import { editionName } from './edition-name.js';
import type { Block, Inline, Lang, Page } from './model.js';
import { pageOf, plain, tableOf } from './model.js';
import { paragraph } from './names.js';
import { groupName, rulesByGroup } from './rule-groups.js';
import { severityWord, word } from './words.js';

/** Equations of the holding example that are written out. */
const MOST_EQUATIONS = 3;
/** Terms of one side that are written out. */
const MOST_TERMS = 6;

/** The catalogue: every rule by group with what must hold. Links lead to the rule's own page. */
export function pageFromRules(rules: readonly Rule[], lang: Lang): Page {
  const blocks = [...rulesByGroup(rules)].flatMap(([group, members]): Block[] => [
    { kind: 'heading', level: 2, content: plain(groupName(group, lang) ?? group) },
    tableOf(
      null,
      ['start', 'start', 'start'],
      [word(lang, 'rule'), word(lang, 'severity'), word(lang, 'ruleTitle')],
      members.map((rule) => [
        [{ text: rule.id, style: 'code', href: `${rule.id}.md` }],
        [{ text: severityWord(lang, rule.severity), tone: rule.severity }],
        rule.title[lang],
      ]),
    ),
  ]);
  return pageOf(lang, word(lang, 'catalogue'), {
    blocks: [paragraph(word(lang, 'catalogueLead', rules.length)), ...blocks],
  });
}

/**
 * One rule: what must hold, why, what to do when it does not, and pages where it does and does
 * not.
 */
export function pageFromRule(rule: Rule, lang: Lang): Page {
  return pageOf(lang, rule.title[lang], {
    facts: [
      { term: word(lang, 'rule'), details: [[{ text: rule.id, style: 'code' }]] },
      {
        term: word(lang, 'severity'),
        details: [[{ text: severityWord(lang, rule.severity), tone: rule.severity }]],
      },
      { term: word(lang, 'editions'), details: [plain(editionsOf(rule, lang))] },
      { term: word(lang, 'years'), details: [plain(yearsOf(rule, lang))] },
      { term: word(lang, 'basis'), details: [basisText(rule.basis, lang)] },
      ...(rule.basis.quote === null
        ? []
        : [{ term: word(lang, 'quote'), details: [plain(rule.basis.quote)] }]),
      { term: word(lang, 'remedy'), details: [plain(rule.remedy[lang])] },
    ],
    blocks: [...equationBlocks(rule, lang), ...exampleBlocks(rule, lang)],
  });
}

function editionsOf(rule: Rule, lang: Lang): string {
  if (rule.editions === null) return word(lang, 'allEditions');
  return rule.editions.map((id) => editionName(id, lang) ?? id).join(word(lang, 'comma'));
}

function yearsOf(rule: Rule, lang: Lang): string {
  return rule.years === null ? word(lang, 'allYears') : word(lang, 'yearsRange', ...rule.years);
}

/** The identity itself, taken from the rule at work on its holding example. */
function equationBlocks(rule: Rule, lang: Lang): Block[] {
  const items = equationsOf(rule).map((equation): Inline => plain(equationText(equation, lang)));
  if (items.length === 0) return [];
  return [heading(word(lang, 'mustHold')), { kind: 'list', ordered: false, items }];
}

function equationsOf(rule: Rule): readonly Equation[] {
  const { facts, references } = referencedPage(rule.examples.holds);
  const found: Equation[] = [];
  for (const instance of rule.instances(facts, references)) {
    if (instance.kind === 'equation') found.push(instance);
    if (found.length === MOST_EQUATIONS) break;
  }
  return found;
}

const SIGNS = { '=': '=', '<=': '≤', '>=': '≥' } as const;

function equationText({ left, relation, right }: Equation, lang: Lang): string {
  return `${sumText(left, lang)} ${SIGNS[relation]} ${sumText(right, lang)}`;
}

function sumText(terms: readonly Term[], lang: Lang): string {
  if (terms.length === 0) return '0';
  const shown = terms.slice(0, MOST_TERMS).map(({ sign, operand }, index) => {
    if (index === 0) return sign === 1 ? operand.label : `- ${operand.label}`;
    return `${sign === 1 ? '+' : '-'} ${operand.label}`;
  });
  const rest = terms.length - shown.length;
  return [...shown, ...(rest > 0 ? [`+ ${word(lang, 'andRest', rest)}`] : [])].join(' ');
}

function exampleBlocks(rule: Rule, lang: Lang): Block[] {
  const { holds, fails, rounding, undecided, absent } = rule.examples;
  const pages = [
    ['exampleHolds', holds],
    ['exampleFails', fails],
    ['exampleRounding', rounding],
    ['exampleUndecided', undecided],
    ['exampleAbsent', absent],
  ] as const;
  return [
    heading(word(lang, 'examples')),
    paragraph(word(lang, 'examplesNote')),
    ...pages.flatMap(([id, text]): Block[] =>
      text === null
        ? []
        : [
            { kind: 'heading', level: 3, content: plain(word(lang, id)) },
            { kind: 'preformatted', text: text.trimEnd() },
            ...(id === 'exampleFails' ? reportedBlocks(rule, lang) : []),
          ],
    ),
  ];
}

/** What a reader of the failing page would be told. */
function reportedBlocks(rule: Rule, lang: Lang): Block[] {
  const { facts, references } = referencedPage(rule.examples.fails);
  const { findings } = check(facts.filing, references, [rule]);
  const [first] = findings;
  return first ? [paragraph(word(lang, 'exampleSays', first.message[lang]))] : [];
}

function heading(text: string): Block {
  return { kind: 'heading', level: 2, content: plain(text) };
}
